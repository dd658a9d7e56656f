package vn.plancascade.monitoring.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.PlanTerms;
import vn.plancascade.deadline.PlanTermsSource;
import vn.plancascade.deadline.WatchedDuty;
import vn.plancascade.followup.LetterSent;
import vn.plancascade.followup.WrittenLetters;
import vn.plancascade.monitoring.web.LastMails.LastMail;
import vn.plancascade.organisation.Organisation;

/** Duties with all that lists of them can show, read for a whole page at once. */
@Component
class WatchedRows {

    private final ObligationRows rows;
    private final LastMails mails;
    private final WrittenLetters letters;
    private final PlanTermsSource plans;
    private final Organisation organisation;
    private final Clock clock;

    WatchedRows(
            ObligationRows rows,
            LastMails mails,
            WrittenLetters letters,
            PlanTermsSource plans,
            Organisation organisation,
            Clock clock) {
        this.rows = rows;
        this.mails = mails;
        this.letters = letters;
        this.plans = plans;
        this.organisation = organisation;
        this.clock = clock;
    }

    List<Row> of(List<WatchedDuty> duties) {
        List<ObligationRows.Row> plain =
                rows.of(duties.stream().map(WatchedDuty::duty).toList());
        List<Long> ids = duties.stream().map(row -> row.duty().id()).toList();
        Map<Long, LastMail> lastMails = mails.of(ids);
        Map<Long, LetterSent> newest = letters.newest(ids);
        Map<String, String> superiors = organisation.unitNames(duties.stream()
                .filter(row -> row.given() != null)
                .map(row -> row.given().superiorCode())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<String, String> provinces = organisation.provinces();
        Map<Long, PlanTerms> terms =
                plans.terms(duties.stream().map(row -> row.duty().planId()).collect(Collectors.toSet()));
        List<Row> made = new ArrayList<>();
        for (int i = 0; i < duties.size(); i++) {
            WatchedDuty duty = duties.get(i);
            made.add(new Row(
                    plain.get(i),
                    duty,
                    terms.get(duty.duty().planId()),
                    duty.given() == null ? null : superiors.get(duty.given().superiorCode()),
                    duty.given() == null ? null : provinces.get(duty.given().provinceCode()),
                    lastMails.get(duty.duty().id()),
                    newest.get(duty.duty().id()),
                    duty.daysInStep(clock.instant())));
        }
        return made;
    }

    /**
     * @param superior the name of the unit that the duty's unit reported to when it was given
     * @param province the name of the province that it was in
     * @param lastMail what was last told about it; null where nothing was
     * @param letter the newest chasing letter about it that was issued; null where there is none
     */
    record Row(
            ObligationRows.Row row,
            WatchedDuty watched,
            PlanTerms plan,
            String superior,
            String province,
            LastMail lastMail,
            LetterSent letter,
            Long daysInStep) {}
}
