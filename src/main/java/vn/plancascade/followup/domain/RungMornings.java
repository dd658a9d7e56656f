package vn.plancascade.followup.domain;

import static vn.plancascade.kernel.Conditions.equal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.followup.LadderDays;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.notification.Rung;
import vn.plancascade.notification.Stage;

/** Keeps on which mornings which rungs came, a few rows a plan: to read it out of thousands of notices would take too long. */
@Repository
class RungMornings implements LadderDays {

    private final JdbcClient jdbc;

    RungMornings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Repeatable. A draft that waits is no rung of the deadline. */
    void keep(Watched watched, Collection<Stage> come) {
        for (Stage stage : come) {
            if (stage.rung().occurrence() != Rung.Occurrence.ROUND) {
                jdbc.sql("""
                                insert into rung_morning (plan_id, duty_kind, period, rung, morning)
                                values (:plan, :kind, :period, :rung, :morning) on conflict do nothing""")
                        .param("plan", watched.planId())
                        .param("kind", watched.kind().name())
                        .param("period", watched.period())
                        .param("rung", stage.rung().name())
                        .param("morning", VietnamTime.dayOf(stage.morning()))
                        .update();
            }
        }
    }

    @Override
    public NavigableMap<LocalDate, Set<Rung>> of(Long plan, DutyKind kind, String period) {
        Map<String, Object> params = new HashMap<>();
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        equal(conditions, params, "plan_id", "plan", plan);
        equal(conditions, params, "duty_kind", "kind", kind);
        equal(conditions, params, "period", "period", period);
        NavigableMap<LocalDate, Set<Rung>> days = new TreeMap<>();
        jdbc.sql("select distinct rung, morning from rung_morning where " + String.join(" and ", conditions))
                .params(params)
                .query(row -> {
                    days.computeIfAbsent(row.getObject(2, LocalDate.class), day -> EnumSet.noneOf(Rung.class))
                            .add(Rung.valueOf(row.getString(1)));
                });
        return days;
    }
}
