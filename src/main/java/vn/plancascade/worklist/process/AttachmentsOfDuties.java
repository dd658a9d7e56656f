package vn.plancascade.worklist.process;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.document.Evidence;
import vn.plancascade.document.Papers;
import vn.plancascade.document.StoredEvidence;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.worklist.Attachments;
import vn.plancascade.worklist.EvidencePlaces.Place;
import vn.plancascade.worklist.IssuedAttachments;

@Service
@Transactional(readOnly = true)
class AttachmentsOfDuties implements IssuedAttachments {

    private final Obligations obligations;
    private final Evidence evidence;
    private final Papers papers;
    private final DutyPlaces places;
    private final Organisation organisation;

    AttachmentsOfDuties(
            Obligations obligations, Evidence evidence, Papers papers, DutyPlaces places, Organisation organisation) {
        this.obligations = obligations;
        this.evidence = evidence;
        this.papers = papers;
        this.places = places;
        this.organisation = organisation;
    }

    @Override
    public List<StoredEvidence> of(Actor actor, long dutyId) {
        return of(actor, duty(actor, dutyId));
    }

    private List<StoredEvidence> of(Actor actor, Obligation duty) {
        return evidence.issuedRound(duty.subject())
                .filter(round -> papers.mayRead(actor, duty.subject()))
                .map(round -> evidence.of(duty.subject(), round))
                .orElse(List.of());
    }

    @Override
    public List<Labelled> of(Actor actor, long dutyId, Locale locale) {
        Obligation duty = duty(actor, dutyId);
        List<StoredEvidence> files = of(actor, duty);
        if (files.isEmpty()) {
            return List.of();
        }
        Map<String, String> labels = places.of(duty, locale).stream()
                .collect(Collectors.toMap(Place::key, Place::label, (first, same) -> first));
        return files.stream()
                .map(file -> new Labelled(labels.getOrDefault(file.item(), file.item()), file))
                .toList();
    }

    @Override
    public Attachments.Content content(Actor actor, long dutyId, long id) {
        StoredEvidence file = EngineAttachments.one(of(actor, dutyId), id);
        return new Attachments.Content(file, evidence.content(file.id()));
    }

    private Obligation duty(Actor actor, long id) {
        return obligations
                .find(id)
                .filter(found -> organisation.isWithin(organisation.scopeOf(actor), found.unitCode()))
                .orElseThrow(() -> new NotFound("obligation.unknown"));
    }
}
