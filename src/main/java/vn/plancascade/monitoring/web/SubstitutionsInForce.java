package vn.plancascade.monitoring.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Substitution;
import vn.plancascade.organisation.Substitutions;
import vn.plancascade.web.Texts;

/** What is in force today for the reader, in words, for the page of the reader's work. */
@Component("inForce")
class SubstitutionsInForce {

    private final Substitutions substitutions;
    private final Organisation organisation;
    private final Formats formats;
    private final Texts texts;

    SubstitutionsInForce(Substitutions substitutions, Organisation organisation, Formats formats, Texts texts) {
        this.substitutions = substitutions;
        this.organisation = organisation;
        this.formats = formats;
        this.texts = texts;
    }

    public List<String> sentences(Actor actor) {
        List<String> sentences = new ArrayList<>();
        for (Substitution each : substitutions.inForceFor(actor.login())) {
            Map<String, String> units = organisation.unitNames(List.of(each.unitCode()));
            String unit = units.getOrDefault(each.unitCode(), each.unitCode());
            sentences.add(
                    each.absent().equals(actor.login())
                            ? texts.of(
                                    "substitutions.now.away",
                                    formats.date(each.from()),
                                    formats.date(each.to()),
                                    organisation.nameOf(each.substitute()),
                                    unit)
                            : texts.of(
                                    "substitutions.now.acting",
                                    organisation.nameOf(each.absent()),
                                    unit,
                                    formats.date(each.to())));
        }
        return sentences;
    }
}
