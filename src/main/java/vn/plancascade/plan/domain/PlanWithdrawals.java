package vn.plancascade.plan.domain;

import static vn.plancascade.kernel.Rows.instant;
import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.kernel.Violation;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.plan.PlanWithdrawal;

/** Who took a national plan back, why, and by which document. */
@Repository
class PlanWithdrawals {

    private static final int NUMBER = 100;

    private final JdbcClient jdbc;
    private final Clock clock;

    PlanWithdrawals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The withdrawal as it is kept.
     *
     * @throws InvalidInput naming {@code reason}, {@code documentNumber} or {@code documentDate}
     */
    PlanWithdrawal checked(PlanContent plan, PlanWithdrawal sent) {
        String reason = DutyWithdrawals.checked(sent.reason());
        String number = Names.clean(sent.documentNumber());
        LocalDate date = sent.documentDate();
        List<Violation> found = new ArrayList<>();
        if (number == null && date != null) {
            found.add(new Violation("documentNumber", "required"));
        } else if (number != null && number.length() > NUMBER) {
            found.add(new Violation("documentNumber", "tooLong", NUMBER));
        } else if (number != null && number.chars().anyMatch(Character::isISOControl)) {
            found.add(new Violation("documentNumber", "controlCharacter"));
        }
        if (date == null && number != null) {
            found.add(new Violation("documentDate", "required"));
        } else if (date != null && date.isAfter(VietnamTime.dayOf(clock.instant()))) {
            found.add(new Violation("documentDate", "document.dateInFuture"));
        } else if (date != null && plan.documentDate() != null && date.isBefore(plan.documentDate())) {
            found.add(new Violation("documentDate", "outside.dateBeforePlan", VietnamTime.text(plan.documentDate())));
        }
        InvalidInput.throwIfAny(found);
        return new PlanWithdrawal(reason, number, date);
    }

    void add(long id, String actor, PlanWithdrawal withdrawal) {
        int changed = jdbc.sql("""
                        update national_plan set state = 'withdrawn', withdrawn_by = :actor, withdrawn_reason = :reason,
                          withdrawn_at = :now, withdrawn_number = :number, withdrawn_date = :date
                        where id = :id and state <> 'withdrawn'""")
                .param("actor", actor)
                .param("reason", withdrawal.reason())
                .param("now", offset(clock.instant()))
                .param("number", withdrawal.documentNumber())
                .param("date", withdrawal.documentDate())
                .param("id", id)
                .update();
        if (changed != 1) {
            throw new Conflict("plan.withdrawn");
        }
    }

    PlanWithdrawal of(long id) {
        return jdbc.sql("select * from national_plan where id = :id")
                .param("id", id)
                .query((row, n) -> new PlanWithdrawal(
                        row.getString("withdrawn_reason"),
                        row.getString("withdrawn_number"),
                        row.getObject("withdrawn_date", LocalDate.class),
                        row.getString("withdrawn_by"),
                        instant(row, "withdrawn_at")))
                .single();
    }
}
