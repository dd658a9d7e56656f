package vn.plancascade.plan.web;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import vn.plancascade.plan.Amendment;
import vn.plancascade.plan.AmendmentContent;
import vn.plancascade.plan.PlanState;
import vn.plancascade.web.Texts;
import vn.plancascade.worklist.RoundChange;

/**
 * An amendment as it is answered.
 *
 * @param number of the plan's issued amendments, from 1; null before
 */
record AmendmentView(
        long id,
        long planId,
        Integer number,
        PlanState state,
        String documentNumber,
        LocalDate documentDate,
        OffsetDateTime createdAt,
        OffsetDateTime approvedAt,
        OffsetDateTime issuedAt,
        String processInstanceId,
        List<ChangeLine> changes,
        AmendmentContent content) {

    /** @param task number of the task that it is about; null for the plan as a whole */
    record ChangeLine(String task, String field, String before, String now) {}

    static AmendmentView of(Amendment amendment, List<RoundChange> changes, Texts texts) {
        return new AmendmentView(
                amendment.id(),
                amendment.planId(),
                amendment.number(),
                amendment.state(),
                amendment.documentNumber(),
                amendment.documentDate(),
                offset(amendment.createdAt()),
                offset(amendment.approvedAt()),
                offset(amendment.issuedAt()),
                amendment.processInstanceId(),
                changes.stream()
                        .map(change -> new ChangeLine(
                                change.item(),
                                change.field() == null ? null : texts.of(change.field()),
                                change.before(),
                                change.now()))
                        .toList(),
                amendment.content());
    }
}
