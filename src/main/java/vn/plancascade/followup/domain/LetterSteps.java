package vn.plancascade.followup.domain;

import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.DutySteps;
import vn.plancascade.document.DocumentKind;
import vn.plancascade.document.Documents;
import vn.plancascade.document.Documents.Upload;
import vn.plancascade.document.Issuing;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.document.OutgoingRegister;
import vn.plancascade.document.Papers;
import vn.plancascade.followup.ChasingLetter;
import vn.plancascade.kernel.Act;
import vn.plancascade.kernel.ActWord;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;

/** What becomes of a chasing letter that was begun, step by step. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class LetterSteps {

    private final LetterTable table;
    private final LetterUnits units;
    private final LetterMoves moves;
    private final LetterNews news;
    private final ChasingLetters letters;
    private final Issuing issuing;
    private final Papers papers;
    private final Documents documents;
    private final DutySteps duties;
    private final Organisation organisation;
    private final ApplicationEventPublisher events;

    LetterSteps(
            LetterTable table,
            LetterUnits units,
            LetterMoves moves,
            LetterNews news,
            ChasingLetters letters,
            Issuing issuing,
            Papers papers,
            Documents documents,
            DutySteps duties,
            Organisation organisation,
            ApplicationEventPublisher events) {
        this.table = table;
        this.units = units;
        this.moves = moves;
        this.news = news;
        this.letters = letters;
        this.issuing = issuing;
        this.papers = papers;
        this.documents = documents;
        this.duties = duties;
        this.organisation = organisation;
        this.events = events;
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public ChasingLetter get(long id) {
        return table.find(id).orElseThrow(() -> new NotFound("document.unknown"));
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public List<OverdueUnit> units(long id) {
        return units.of(id);
    }

    /** As it would be today. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public OfficialDocument draft(ChasingLetter letter, String signatory) {
        return letters.draft(letter, signatory);
    }

    public void submit(Actor actor, long id, String addition, String contact, String section) {
        moves.submitted(id, actor.login(), addition, contact, section);
        told(ActWord.letterSubmitted, actor, get(id), null);
    }

    public void decide(Actor actor, long id, boolean approved, String comment) {
        if (approved) {
            moves.approved(id, actor.login());
        } else {
            moves.returned(id, comment);
        }
        told(approved ? ActWord.letterApproved : ActWord.letterReturned, actor, get(id), comment);
    }

    /** Gives the draft up; its units may be put on another letter. */
    public void discard(Actor actor, long id) {
        moves.discarded(id);
        told(ActWord.letterDiscarded, actor, get(id), null);
    }

    /**
     * Numbers the letter, and keeps what it says. It is mailed afterwards.
     *
     * @throws vn.plancascade.kernel.InvalidInput naming {@code documentDate}, {@code documentNumber} or {@code signatory}
     */
    public void issue(Actor actor, long id, String sentNumber, LocalDate date, String signatory) {
        ChasingLetter letter = get(id);
        units.removeSettled(id);
        List<OverdueUnit> chased = units.of(id);
        if (chased.isEmpty()) {
            throw new Conflict("chase.nobodyLate");
        }
        String subject = DocumentKind.chasingLetter.subject(id);
        String number = issuing.register(
                organisation.unit(letter.unit()).orElseThrow(),
                OutgoingRegister.LETTERS,
                subject,
                letter.approvedAt(),
                sentNumber,
                date,
                signatory);
        moves.issued(id, number, date, signatory);
        papers.freeze(subject);
        String said = (number == null ? "" : number + ", ") + VietnamTime.text(date);
        duties.chased(chased.stream().map(OverdueUnit::obligation).toList(), actor.login(), said);
        events.publishEvent(Act.of(ActWord.letterIssued, actor.login())
                .ofPlan(letter.plan())
                .inUnits(chased.stream().map(OverdueUnit::unitCode).toList())
                .about(chased.size())
                .saying(said));
    }

    /** The signed copy, which is what is mailed then. */
    public void takeSigned(Actor actor, long id, Upload file) {
        String subject = DocumentKind.chasingLetter.subject(id);
        documents.add(subject, get(id).unit(), DocumentKind.signedCopy, 1, file, actor.login());
    }

    private void told(ActWord word, Actor actor, ChasingLetter letter, String detail) {
        events.publishEvent(Act.of(word, actor.login())
                .ofPlan(letter.plan())
                .inUnit(letter.unit())
                .about(letter.id())
                .saying(detail));
        news.tell(letter);
    }
}
