package vn.plancascade.followup.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.followup.ChasingLetter;
import vn.plancascade.followup.LetterState;
import vn.plancascade.followup.WrittenLetters;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;

/** Chasing letters: who was written to about what, and whether it arrived. They are begun by acts on many duties. */
@RestController
@RequestMapping("/api/v1/chasing-letters")
class ChasingLetterController {

    private final WrittenLetters letters;

    ChasingLetterController(WrittenLetters letters) {
        this.letters = letters;
    }

    @GetMapping
    Page<View> list(
            Actor actor,
            @RequestParam(required = false) Long plan,
            @RequestParam(required = false) Long obligation,
            @RequestParam(required = false) LetterState state,
            @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size) {
        return letters.search(actor, plan, obligation, state, PageRequest.of(page, size))
                .map(letter -> View.of(letter, null));
    }

    /** With the units that it chases. */
    @GetMapping("/{id}")
    View get(Actor actor, @PathVariable long id) {
        ChasingLetter letter = letters.get(actor, id);
        return View.of(letter, letters.chased(actor, id).stream().map(Item::of).toList());
    }

    /**
     * @param unit that writes the letter
     * @param toUnit the department of health that it goes to, or null
     * @param units whom it chases; null in lists
     */
    record View(
            long id,
            long plan,
            DutyKind kind,
            String period,
            String unit,
            String toUnit,
            LetterState state,
            String documentNumber,
            LocalDate documentDate,
            String signatory,
            String createdBy,
            OffsetDateTime createdAt,
            String submittedBy,
            String approvedBy,
            OffsetDateTime approvedAt,
            String comment,
            List<Item> units) {

        static View of(ChasingLetter letter, List<Item> units) {
            return new View(
                    letter.id(),
                    letter.plan(),
                    letter.kind(),
                    letter.period(),
                    letter.unit(),
                    letter.toUnit(),
                    letter.state(),
                    letter.number(),
                    letter.date(),
                    letter.signatory(),
                    letter.createdBy(),
                    VietnamTime.offset(letter.createdAt()),
                    letter.submittedBy(),
                    letter.approvedBy(),
                    VietnamTime.offset(letter.approvedAt()),
                    letter.comment(),
                    units);
        }
    }

    /** @param mailState waiting, sent or dead; null where there is no mail */
    record Item(
            long obligationId, String unit, String unitName, String address, String mailState, OffsetDateTime sentAt) {

        static Item of(WrittenLetters.Chased chased) {
            return new Item(
                    chased.obligation(),
                    chased.unit(),
                    chased.unitName(),
                    chased.sent().address(),
                    chased.sent().mailState(),
                    VietnamTime.offset(chased.sent().sentAt()));
        }
    }
}
