package vn.plancascade.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.plancascade.support.Api;

/**
 * Who has the work of a year in hand, who was told of each step, and what its figures add up to: worked out from what people did and
 * from who holds which role, by another road than the product's.
 */
final class YearsWork {

    private static final List<String> STEPS = List.of("NEW", "SUBMITTED", "APPROVED", "TAKEN_OVER");
    private static final String[] TO_BE_DONE = {"focalContact", "drafter", "head", "clerk"};

    private final JdbcClient jdbc;
    private final int port;
    private final Set<String> told = new TreeSet<>();
    private final Map<String, Map<String, BigDecimal>> sums = new HashMap<>();

    YearsWork(JdbcClient jdbc, int port) {
        this.jdbc = jdbc;
        this.port = port;
    }

    /** @param duty unit, kind and period */
    void begun(String duty) {
        tell(duty, "NEW", TO_BE_DONE);
    }

    void takenOver(String duty) {
        tell(duty, "TAKEN_OVER", TO_BE_DONE);
    }

    void submitted(String duty) {
        tell(duty, "SUBMITTED", "head");
    }

    /** A unit without a clerk has nobody else who is told: it is issued by being approved. */
    void approved(String duty) {
        tell(duty, "APPROVED", "clerk", "drafter");
    }

    private void tell(String duty, String rung, String... roles) {
        jdbc.sql("select distinct login from role_assignment where unit_code = :unit and role in (:roles)")
                .param("unit", duty.substring(0, duty.indexOf(' ')))
                .param("roles", List.of(roles))
                .query(String.class)
                .list()
                .forEach(login -> told.add(duty + " " + rung + " " + login));
    }

    /** What people were told of the duty of a unit, they were told of the one that its successor owes. */
    void handedOn(String from, String into) {
        List.copyOf(told).stream().filter(line -> line.startsWith(from + " ")).forEach(line -> {
            told.remove(line);
            told.add(into + line.substring(from.length()));
        });
    }

    /** Numbers are added up, and a yes counts as one. */
    void accepted(String period, ObjectNode figures) {
        Map<String, BigDecimal> sum = sums.computeIfAbsent(period, none -> new TreeMap<>());
        figures.properties()
                .forEach(figure -> sum.merge(
                        figure.getKey(),
                        number(figure.getValue()),
                        (one, other) -> one.add(other).stripTrailingZeros()));
    }

    private static BigDecimal number(JsonNode figure) {
        return figure.isBoolean()
                ? (figure.asBoolean() ? BigDecimal.ONE : BigDecimal.ZERO)
                : figure.decimalValue().stripTrailingZeros();
    }

    void assertTold(long plan) {
        Set<String> found = new TreeSet<>(jdbc.sql("""
                        select o.unit_code || ' ' || o.kind || ' ' || o.period || ' ' || n.rung || ' ' || n.recipient
                        from notice n join obligation o on o.id = n.obligation_id
                        where o.plan_id = :plan and o.kind <> 'reportCycle' and n.rung in (:rungs)""")
                .param("plan", plan)
                .param("rungs", STEPS)
                .query(String.class)
                .list());
        assertThat(found).isEqualTo(told);
    }

    /** @param expected state and day by unit, kind and period */
    void assertHeld(long plan, Map<String, String> expected) {
        Set<String> held = new TreeSet<>();
        expected.forEach((duty, stands) -> {
            String role = role(stands.substring(0, stands.indexOf(' ')));
            if (role != null) {
                held.add(duty + " " + role + ":" + duty.substring(0, duty.indexOf(' ')));
            }
        });
        Set<String> found = new TreeSet<>(
                jdbc.sql("""
                        select o.unit_code || ' ' || o.kind || ' ' || o.period || ' ' || l.GROUP_ID_
                        from ACT_RU_TASK t join ACT_RE_PROCDEF d on d.ID_ = t.PROC_DEF_ID_ and d.KEY_ in ('subPlan', 'unitReport')
                        join ACT_RU_EXECUTION p on p.ID_ = t.PROC_INST_ID_
                        join obligation o on cast(o.id as varchar(20)) = p.BUSINESS_KEY_
                        join ACT_RU_IDENTITYLINK l on l.TASK_ID_ = t.ID_ and l.TYPE_ = 'candidate'
                        where o.plan_id = :plan""").param("plan", plan).query(String.class).list());
        assertThat(found).isEqualTo(held);
    }

    private static String role(String state) {
        return switch (state) {
            case "drafting", "revisionRequested" -> "drafter";
            case "awaitingApproval" -> "head";
            case "awaitingIssue" -> "clerk";
            default -> null;
        };
    }

    void assertSummed(long plan) {
        sums.forEach((period, expected) -> {
            long cycle = jdbc.sql(
                            "select id from obligation where plan_id = :plan and kind = 'reportCycle' and period = :period")
                    .param("plan", plan)
                    .param("period", period)
                    .query(Long.class)
                    .single();
            JsonNode report =
                    new Api(port, "thanhtra.bo").get("/api/v1/reports/" + cycle).ok();
            Map<String, BigDecimal> found = new TreeMap<>();
            expected.keySet()
                    .forEach(code -> found.put(code, number(report.get("sums").get(code))));
            assertThat(found).isEqualTo(expected);
        });
    }
}
