package vn.plancascade.monitoring.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import vn.plancascade.batch.DutyAct;
import vn.plancascade.batch.DutyActions.DutyAction;
import vn.plancascade.batch.DutyActions.State;
import vn.plancascade.followup.Chasing.Letters;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.web.Texts;

/**
 * An act on many duties, as interfaces answer it.
 *
 * @param waiting how many are still to be done; in a preview, how many would be done
 * @param token of a preview alone: without it, it is not run
 * @param by login
 */
record DutyActionView(
        long id,
        DutyAct action,
        State state,
        int total,
        int waiting,
        int done,
        int refused,
        List<RefusalView> refusals,
        String token,
        String reason,
        LocalDate until,
        String to,
        Letters letters,
        String by,
        OffsetDateTime startedAt,
        OffsetDateTime finishedAt) {

    static DutyActionView of(DutyAction action, String token, Texts texts) {
        return new DutyActionView(
                action.id(),
                action.order().action(),
                action.state(),
                action.total(),
                action.waiting(),
                action.done(),
                action.refused(),
                action.refusals().stream()
                        .map(refusal -> new RefusalView(
                                refusal.reason().code(),
                                texts.of(refusal.reason()),
                                refusal.count(),
                                refusal.obligations()))
                        .toList(),
                token,
                action.order().reason(),
                action.order().until(),
                action.order().to(),
                action.order().letters(),
                action.by(),
                VietnamTime.offset(action.startedAt()),
                VietnamTime.offset(action.finishedAt()));
    }

    /**
     * @param reason a word for programs, and {@code text} a sentence for people
     * @param obligations some of those that are refused for it
     */
    record RefusalView(String reason, String text, int count, List<Long> obligations) {}
}
