package vn.plancascade.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.report.domain.ReportReader;
import vn.plancascade.support.PlansByHand;
import vn.plancascade.worklist.FormData;

/**
 * The country reports through the year, stations under their district centres included: some units never, some late, some
 * with figures that are replaced or corrected. Every sum at every level is compared with one that is taken here from the
 * units' own figures.
 */
@SpringBootTest
@ActiveProfiles("demo")
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:year-of-reports;MODE=PostgreSQL;LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1",
            // Who is mailed is tried elsewhere.
            "plan-cascade.mail.scheduled=false"
        })
@DirtiesContext
class AllYearOfReportsTest {

    private static final List<String> NUMBERS = List.of(
            "CD03", "TT01", "TT02", "TT03", "DT01", "DT02", "DT03", "TG01", "TG02", "TG03", "TG04", "TG05", "AN01",
            "AN02", "AN03", "AN04", "NN01", "KT01", "KK01", "KP01");
    private static final Set<String> SHORT =
            Set.of("TT01", "TT02", "TG02", "TG04", "TG05", "AN01", "AN02", "AN03", "AN04", "NN01");
    private static final Set<String> INSPECTING = Set.of("DOH", "MOH_INSPECTORATE", "MOH_AGENCY");
    private static final String TOP = "TTRB";

    @Autowired
    ApplicationContext beans;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ReportReader reader;

    private final Random dice = new Random(2023);
    private final Map<String, String> kinds = new HashMap<>();
    private final Map<String, String> superiors = new HashMap<>();
    private PlansByHand plans;
    private long plan;
    private Period period;
    private final Map<String, Map<String, Map<String, BigDecimal>>> ownOfPeriods = new HashMap<>();

    @Test
    void everySumAtEveryLevelIsThatOfTheUnitsFigures() {
        plans = new PlansByHand(beans);
        stations();
        // Most units issue with the approval: the clerk's step is the same for all.
        jdbc.sql("""
                        delete from role_assignment where role = 'clerk'
                          and unit_code in (select code from unit where kind in ('PROV_HOSPITAL', 'PRIV_HOSPITAL', 'PROV_CENTER'))""").update();
        jdbc.sql("select code, kind from unit").query(row -> {
            kinds.put(row.getString(1), row.getString(2));
        });
        jdbc.sql("select unit_code, superior_code from unit_relation where relation = 'REPORTS_TO'")
                .query(row -> {
                    superiors.put(row.getString(1), row.getString(2));
                });
        plan = plans.reporting(UnitKind.values());
        assertThat(jdbc.sql(
                                "select count(*) from obligation where plan_id = :plan and period = '2023-Q1' and state <> 'notRequired'")
                        .param("plan", plan)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql(
                                "select count(distinct due_at) from obligation where plan_id = :plan and period = '2023-Y' and kind = 'unitReport'")
                        .param("plan", plan)
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);

        live("2023-H1", "2023-06-01T09:00:00+07:00", "2023-06-15T09:00:00+07:00", 450);
        live("2023-Q3", "2023-09-01T09:00:00+07:00", "2023-09-15T09:00:00+07:00", 450);
        live("2023-Y", "2023-12-01T09:00:00+07:00", "2023-12-15T09:00:00+07:00", 490);
        assertThat(jdbc.sql("select count(*) from ACT_RU_JOB where RETRIES_ = 0 or EXCEPTION_MSG_ is not null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void live(String code, String opens, String due, int atLeast) {
        plans.walkTo(at(opens));
        period = new Period(code);
        assertThat(period.ids.size()).isGreaterThanOrEqualTo(atLeast);
        List<String> leaves = period.ids.keySet().stream()
                .filter(unit -> period.children(unit).isEmpty())
                .filter(unit -> !unit.equals(TOP) && !kinds.get(unit).startsWith("MOH"))
                .sorted()
                .toList();
        Set<String> never = new TreeSet<>(leaves.subList(0, 12));
        // Half a country is silent in autumn.
        never.addAll(code.endsWith("Q3") ? leaves.subList(100, leaves.size()) : List.of());
        List<String> late = leaves.subList(12, 20);
        List<String> replaced = leaves.subList(20, 24);
        List<String> corrected = leaves.subList(24, 28);
        List<String> bottomUp = period.ids.keySet().stream()
                .sorted(Comparator.comparing(period::depth).reversed().thenComparing(unit -> unit))
                .filter(unit -> !never.contains(unit) && !late.contains(unit))
                .toList();
        for (String unit : bottomUp) {
            period.report(unit);
            if (replaced.contains(unit)) {
                act(period.receiver(unit), unit, PlansByHand.RETURN);
                period.report(unit);
            }
            period.accept(unit);
        }
        period.assertSums();

        // What comes late makes supplements all the way up; what was sent stays until they count.
        for (String unit : late) {
            period.report(unit);
            period.accept(unit);
        }
        corrected.forEach(period::correct);
        period.assertSums();
        period.amendUpwards();
        period.assertSums();

        plans.walkTo(at(due));
        period.consolidate("1");
        period.assertSums();
        assertThat(period.missing()).containsExactlyElementsOf(never);

        String afterwards = late.get(0);
        period.correct(afterwards);
        period.amendUpwards();
        period.assertSums();
        period.consolidate("2");
        period.assertSums();
    }

    /** Stations report to a district centre, once a year and in the short form: with them there are three tiers. */
    private void stations() {
        List<String> centres = jdbc.sql("select code from unit where kind = 'PROV_CENTER' order by code limit 6")
                .query(String.class)
                .list();
        for (String centre : centres) {
            for (int i = 1; i <= 4; i++) {
                String code = "TYT-" + centre + "-" + i;
                jdbc.sql("""
                                insert into unit (code, name, kind, province_code, symbol, numbering, valid_from, sample)
                                select :code, 'Trạm y tế ' || :code, 'STATION', province_code, 'TYT', 'auto', valid_from, true
                                from unit where code = :centre""").param("code", code).param("centre", centre).update();
                jdbc.sql("""
                                insert into unit_relation (unit_code, relation, superior_code, valid_from)
                                values (:code, 'REPORTS_TO', :centre, :since)""")
                        .param("code", code)
                        .param("centre", centre)
                        .param("since", LocalDate.of(2023, 1, 1))
                        .update();
                Map<String, String> people = Map.of("chuyenvien", "drafter", "thutruong", "head");
                people.forEach((name, role) -> {
                    jdbc.sql("""
                                    insert into person (login, full_name, email, locale, enabled)
                                    values (:login, 'Người ' || :login, lower(:login) || '@mau.example', 'vi', true)""").param("login", code + "." + name).update();
                    jdbc.sql("""
                                    insert into role_assignment (login, unit_code, role, valid_from)
                                    values (:login, :code, :role, :since)""")
                            .param("login", code + "." + name)
                            .param("code", code)
                            .param("role", role)
                            .param("since", LocalDate.of(2023, 1, 1))
                            .update();
                });
            }
        }
        jdbc.sql("update tree_state set derived_on = null").update();
    }

    private void act(String login, String unit, ObjectNode data) {
        plans.act(login, period.ids.get(unit), data);
    }

    private static Instant at(String moment) {
        return OffsetDateTime.parse(moment).toInstant();
    }

    /** A unit's figures as one of its versions has them. */
    private record Figures(String unit, int version) {}

    /** One period as it is lived here, apart from the product's tables. */
    private final class Period {

        private final String code;
        private final Map<String, Long> ids = new TreeMap<>();
        private final Map<Figures, Map<String, BigDecimal>> own = new HashMap<>();
        private final Map<String, Integer> newest = new HashMap<>();
        /** The units and versions in what a unit put together last, and in what counts of it. */
        private final Map<String, Map<String, Integer>> sent = new HashMap<>();

        private final Map<String, Map<String, Integer>> counting = new HashMap<>();
        private Map<String, Integer> consolidated = Map.of();

        Period(String code) {
            this.code = code;
            jdbc.sql("""
                            select unit_code, id from obligation
                            where plan_id = :plan and kind = 'unitReport' and period = :period and state = 'drafting'""").param("plan", plan).param("period", code).query(row -> {
                ids.put(row.getString(1), row.getLong(2));
            });
        }

        /** The nearest unit above that reports too; null where that is the ministry. */
        String above(String unit) {
            String superior = superiors.get(unit);
            while (superior != null && !ids.containsKey(superior)) {
                superior = superiors.get(superior);
            }
            return unit.equals(TOP) || TOP.equals(superior) ? null : superior;
        }

        String receiver(String unit) {
            String superior = superiors.get(unit);
            boolean named =
                    superior != null && !Set.of("MOH", "COMMITTEE", "MINISTRY").contains(kinds.get(superior));
            return unit.equals(TOP) || !named || superior.equals(TOP) ? "thanhtra.bo" : superior + ".chuyenvien";
        }

        List<String> children(String unit) {
            return ids.keySet().stream()
                    .filter(each -> unit.equals(above(each)))
                    .toList();
        }

        int depth(String unit) {
            String above = above(unit);
            return above == null ? 0 : 1 + depth(above);
        }

        void report(String unit) {
            Map<String, BigDecimal> figures = invented(unit);
            ObjectNode draft = FormData.object();
            ObjectNode sheet = draft.putObject("figures");
            figures.forEach(sheet::put);
            if (!isShort(unit)) {
                sheet.put("CD02", true).put("TT04", dice.nextBoolean());
            }
            draft.put("comment", "Đã kiểm tra số liệu");
            submit(unit, draft, figures, sheet);
        }

        private void submit(String unit, ObjectNode draft, Map<String, BigDecimal> figures, ObjectNode sheet) {
            act(unit + ".chuyenvien", unit, draft);
            Map<String, BigDecimal> told = new TreeMap<>(figures);
            for (String yesNo : List.of("CD02", "TT04")) {
                if (sheet.has(yesNo)) {
                    told.put(yesNo, sheet.get(yesNo).booleanValue() ? BigDecimal.ONE : BigDecimal.ZERO);
                }
            }
            put(unit, told);
            approveAndIssue(unit);
        }

        private void put(String unit, Map<String, BigDecimal> figures) {
            int version = newest.merge(unit, 1, Integer::sum);
            own.put(new Figures(unit, version), figures);
            ownOfPeriods.computeIfAbsent(unit, any -> new HashMap<>()).put(code, figures);
            Map<String, Integer> together = new TreeMap<>();
            together.put(unit, version);
            children(unit).forEach(child -> together.putAll(counting.getOrDefault(child, Map.of())));
            sent.put(unit, together);
        }

        private void approveAndIssue(String unit) {
            act(unit + ".thutruong", unit, PlansByHand.APPROVE);
            boolean clerk = jdbc.sql("select count(*) from role_assignment where unit_code = :unit and role = 'clerk'")
                            .param("unit", unit)
                            .query(Integer.class)
                            .single()
                    > 0;
            if (clerk) {
                act(
                        unit + ".vanthu",
                        unit,
                        FormData.object()
                                .put(
                                        "documentNumber",
                                        (period.code.hashCode() & 0xff) + newest.get(unit) * 1000 + "/BC-" + unit)
                                .put("documentDate", plans.today().toString()));
            }
        }

        void accept(String unit) {
            act(receiver(unit), unit, PlansByHand.APPROVE);
            counting.put(unit, sent.get(unit));
        }

        void correct(String unit) {
            beans.getBean(org.springframework.transaction.support.TransactionTemplate.class)
                    .executeWithoutResult(status -> beans.getBean(vn.plancascade.report.domain.Amendments.class)
                            .correct(plans.actor(unit + ".chuyenvien"), ids.get(unit), "Đếm lại"));
            Map<String, BigDecimal> figures = new TreeMap<>(own.get(new Figures(unit, newest.get(unit))));
            figures.merge("TT01", BigDecimal.TEN, BigDecimal::add);
            figures.merge("AN04", BigDecimal.ONE, BigDecimal::add);
            ObjectNode draft = FormData.object();
            ObjectNode sheet = draft.putObject("figures");
            figures.forEach((code, value) -> {
                if (code.equals("CD02") || code.equals("TT04")) {
                    sheet.put(code, value.signum() != 0);
                } else {
                    sheet.put(code, value);
                }
            });
            draft.put("comment", "Đếm lại");
            act(unit + ".chuyenvien", unit, draft);
            put(unit, figures);
            approveAndIssue(unit);
            accept(unit);
        }

        /** Sends the supplements that have begun, the lowest first. */
        void amendUpwards() {
            List<String> open = ids.keySet().stream()
                    .sorted(Comparator.comparing(this::depth).reversed())
                    .toList();
            for (String unit : open) {
                String inWork = jdbc.sql("select in_work from report where id = :id and in_work = 'supplement'")
                        .param("id", ids.get(unit))
                        .query(String.class)
                        .optional()
                        .orElse(null);
                if (inWork != null) {
                    act(unit + ".chuyenvien", unit, FormData.object().put("comment", "Bổ sung"));
                    put(unit, own.get(new Figures(unit, newest.get(unit))));
                    approveAndIssue(unit);
                    accept(unit);
                }
            }
        }

        void consolidate(String number) {
            long id = cycle();
            plans.act("TTRB.chuyenvien", id, FormData.object());
            plans.act("lanhdao.bo", id, PlansByHand.APPROVE);
            plans.act(
                    "vanthu.bo",
                    id,
                    FormData.object()
                            .put("documentNumber", number + (period.code.hashCode() & 0xfff) + "/BC-BYT")
                            .put("documentDate", plans.today().toString())
                            .put("signatory", "lanhdao.bo"));
            consolidated = new TreeMap<>();
            ids.keySet().stream()
                    .filter(unit -> above(unit) == null)
                    .forEach(unit -> consolidated.putAll(counting.getOrDefault(unit, Map.of())));
        }

        private long cycle() {
            return jdbc.sql(
                            "select id from obligation where plan_id = :plan and kind = 'reportCycle' and period = :period")
                    .param("plan", plan)
                    .param("period", code)
                    .query(Long.class)
                    .single();
        }

        List<String> missing() {
            return reader.get(plans.actor("thanhtra.bo"), cycle()).missing();
        }

        /** Compares all sums of all reports, and the ministry's. */
        void assertSums() {
            Map<Long, Map<String, BigDecimal>> stored = new HashMap<>();
            jdbc.sql("""
                            select f.report_id, f.code, f.total from report_figure f join report r on r.id = f.report_id
                            where r.plan_id = :plan and r.period = :period and r.accepted_version = f.version and f.code <> 'CD01'""").param("plan", plan).param("period", code).query(row -> {
                stored.computeIfAbsent(row.getLong(1), any -> new TreeMap<>())
                        .put(row.getString(2), row.getBigDecimal(3).stripTrailingZeros());
            });
            Map<Long, Map<String, BigDecimal>> expected = new HashMap<>();
            counting.forEach((unit, together) -> expected.put(ids.get(unit), sum(together)));
            if (!consolidated.isEmpty()) {
                expected.put(cycle(), sum(consolidated));
            }
            assertThat(stored.keySet()).isEqualTo(expected.keySet());
            expected.forEach(
                    (id, sums) -> assertThat(stored.get(id)).as("report " + id).isEqualTo(sums));
        }

        private Map<String, BigDecimal> sum(Map<String, Integer> together) {
            Map<String, BigDecimal> sums = new TreeMap<>();
            together.forEach((unit, version) -> own.get(new Figures(unit, version))
                    .forEach((code, value) -> sums.merge(code, value, BigDecimal::add)));
            sums.replaceAll((code, value) -> value.stripTrailingZeros());
            return sums;
        }

        private boolean isShort(String unit) {
            return Set.of("STATION", "PRIV_CLINIC", "MOH_DEPT").contains(kinds.get(unit));
        }

        /** Figures that hold together; the year's are no less than those of the periods within it. */
        private Map<String, BigDecimal> invented(String unit) {
            Map<String, BigDecimal> figures = new LinkedHashMap<>();
            Collection<Map<String, BigDecimal>> earlier = ownOfPeriods.getOrDefault(unit, Map.of()).entrySet().stream()
                    .filter(entry -> code.equals("2023-Y") && !entry.getKey().equals(code))
                    .map(Map.Entry::getValue)
                    .toList();
            for (String name : NUMBERS) {
                boolean owed = (!isShort(unit) || SHORT.contains(name))
                        && (!name.equals("KT01") || INSPECTING.contains(kinds.get(unit)));
                if (owed) {
                    BigDecimal least = earlier.stream()
                            .map(figuresBefore -> figuresBefore.getOrDefault(name, BigDecimal.ZERO))
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
                    figures.put(name, least.add(BigDecimal.valueOf(1L + dice.nextInt(40))));
                }
            }
            cap(figures, "TG03", List.of("TG01", "TG02"));
            cap(figures, "TG05", List.of("TG04"));
            return figures;
        }

        private static void cap(Map<String, BigDecimal> figures, String code, List<String> of) {
            if (figures.containsKey(code) && figures.keySet().containsAll(of)) {
                BigDecimal most = of.stream().map(figures::get).reduce(BigDecimal.ZERO, BigDecimal::add);
                figures.computeIfPresent(code, (any, value) -> value.min(most));
            }
        }
    }
}
