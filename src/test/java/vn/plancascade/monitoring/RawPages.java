package vn.plancascade.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.plancascade.deadline.Lateness;
import vn.plancascade.deadline.Measures;
import vn.plancascade.notification.PersonalLetter;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Scope;
import vn.plancascade.support.Api;

/** What pages, files and mails to inspectors say of a plan's sub-plans, beside what is added up here from the histories alone. */
final class RawPages {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final Pattern TILE = Pattern.compile("<strong>(?:<a [^>]*>)?([\\d.]+)<");
    private static final Pattern FACT = Pattern.compile("([\\d.]+) \\((?:([+−])([\\d.]+) so với|như) .*");

    private final int port;
    private final ListableBeanFactory beans;
    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final Instant now;
    private final long plan;

    RawPages(ListableBeanFactory beans, int port, long plan) {
        this.beans = beans;
        this.port = port;
        this.plan = plan;
        this.jdbc = beans.getBean(JdbcClient.class);
        this.messages = beans.getBean(MessageSource.class);
        this.now = beans.getBean(Clock.class).instant();
    }

    void sayWhatTheHistoriesTell() {
        List<RawDuty> duties = subPlans(now);
        figuresOfTheMonitor(duties);
        tableOf("province", duties, RawDuty::province);
        tableOf("superior", duties, RawDuty::superior);
        tableOf("unitKind", duties, RawDuty::unitKind);
        list(duties);
        duties.stream()
                .collect(Collectors.groupingBy(RawDuty::state))
                .forEach((state, some) -> record(some.get(0).unit()));
        theDigestTells("thanhtra.bo");
        theWeeklyTells("lanhdao.bo");
    }

    private List<RawDuty> subPlans(Instant at) {
        return RawFigures.of(RawDuty.all(jdbc, at), plan).stream()
                .filter(duty -> duty.kind().equals("subPlan"))
                .toList();
    }

    private List<RawDuty> before(int days) {
        return subPlans(RawDuty.day(now)
                .minusDays(days - 1L)
                .atStartOfDay(java.time.ZoneId.of("Asia/Ho_Chi_Minh"))
                .toInstant()
                .minus(1, ChronoUnit.MICROS));
    }

    private void figuresOfTheMonitor(List<RawDuty> duties) {
        Measures sum = RawFigures.measures(duties);
        Measures yesterday = RawFigures.measures(before(1));
        String page = page("/monitor?kind=subPlan&plan=" + plan);
        assertThat(tiles(page)).isEqualTo(five(sum));
        DecimalFormat signed = new DecimalFormat("+#;-#");
        assertThat(page)
                .contains("ban hành thêm " + (sum.actual() - yesterday.actual()) + ", quá hạn "
                        + signed.format(sum.overdue() - yesterday.overdue()) + ", số phải có "
                        + signed.format(sum.expected() - yesterday.expected()));
        LocalDate then = RawDuty.day(now).minusDays(1);
        assertThat(tiles(page("/monitor?kind=subPlan&plan=" + plan + "&asOf=" + then)))
                .isEqualTo(five(yesterday));
    }

    private static List<Long> five(Measures sum) {
        return List.of(sum.expected(), sum.actual(), sum.actualOnTime(), sum.actualOnTimeOriginal(), sum.overdue());
    }

    private static List<Long> tiles(String page) {
        String list = page.substring(page.indexOf("class=\"figures\""));
        return TILE.matcher(list.substring(0, list.indexOf("</ul>")))
                .results()
                .map(tile -> number(tile.group(1)))
                .toList();
    }

    /** Every cell of the file but the names, for each group. */
    private void tableOf(String by, List<RawDuty> duties, Function<RawDuty, String> key) {
        Map<Long, List<Instant>> told = new HashMap<>();
        jdbc.sql("select obligation_id, created_at from notice where rung <> 'NEW' and obligation_id is not null")
                .query(row -> {
                    told.computeIfAbsent(row.getLong(1), any -> new ArrayList<>())
                            .add(row.getObject(2, OffsetDateTime.class).toInstant());
                });
        Map<String, List<RawDuty>> groups =
                duties.stream().collect(Collectors.groupingBy(duty -> Objects.toString(key.apply(duty), "")));
        Map<String, List<String>> found = new HashMap<>();
        page("/monitor/provinces/export?format=csv&kind=subPlan&by=" + by + "&plan=" + plan)
                .strip()
                .lines()
                .skip(1)
                .map(RawPages::cells)
                .forEach(cells -> found.put(cells.get(0), cells));
        assertThat(found.keySet()).isEqualTo(groups.keySet());
        groups.forEach((group, its) -> {
            Measures m = RawFigures.measures(its);
            Lateness l = RawFigures.lateness(its);
            List<String> cells = found.get(group);
            assertThat(cells.subList(2, 16))
                    .as(by + " " + group)
                    .containsExactly(
                            "" + m.expected(),
                            "" + m.actual(),
                            percent(m.actual(), m),
                            percent(m.actualOnTime(), m),
                            percent(m.actualOnTimeOriginal(), m),
                            "" + m.overdue(),
                            "" + l.median(),
                            "" + l.ninetieth(),
                            "" + l.oldest(),
                            "" + l.returned(),
                            "" + l.extended(),
                            ""
                                    + its.stream()
                                            .filter(duty -> duty.state().equals("waived"))
                                            .count(),
                            "" + unanswered(its, told),
                            lastContact(its, told));
            assertThat(cells.get(16)).as(by + " " + group).isEqualTo(own(by, group, duties, its));
        });
    }

    private static long unanswered(List<RawDuty> duties, Map<Long, List<Instant>> told) {
        return duties.stream()
                .filter(RawDuty::isOverdue)
                .filter(duty ->
                        told.getOrDefault(duty.id(), List.of()).stream().anyMatch(at -> at.isAfter(duty.since())))
                .count();
    }

    private static String lastContact(List<RawDuty> duties, Map<Long, List<Instant>> told) {
        return duties.stream()
                .filter(duty -> duty.task() != null && duty.date() == null)
                .flatMap(duty -> told.getOrDefault(duty.id(), List.of()).stream())
                .max(Comparator.naturalOrder())
                .map(at -> RawDuty.day(at).toString())
                .orElse("");
    }

    /** Where the one department of health stands: that of the group, or the one to which its units report. */
    private String own(String by, String group, List<RawDuty> all, List<RawDuty> its) {
        List<RawDuty> own =
                switch (by) {
                    case "province" ->
                        its.stream().filter(RawPages::isDepartment).toList();
                    case "superior" ->
                        all.stream()
                                .filter(duty ->
                                        isDepartment(duty) && duty.unit().equals(group))
                                .toList();
                    default -> List.of();
                };
        return own.size() == 1 ? messages.getMessage("step." + own.get(0).step(), null, VIETNAMESE) : "";
    }

    private static boolean isDepartment(RawDuty duty) {
        return duty.unitKind().equals("DOH");
    }

    private void list(List<RawDuty> duties) {
        JsonNode items = new Api(port, "thanhtra.bo")
                .get("/api/v1/obligations?size=2000&kind=subPlan&plan=" + plan)
                .ok()
                .get("items");
        assertThat(items).hasSize(duties.size());
        Map<Long, RawDuty> known = duties.stream().collect(Collectors.toMap(RawDuty::id, Function.identity()));
        items.forEach(item -> {
            RawDuty duty = known.get(item.get("id").asLong());
            assertThat(List.of("state", "step", "overdue", "daysLate", "late", "lateAgainstOriginal"))
                    .as("duty " + duty)
                    .extracting(field -> item.get(field).asText())
                    .containsExactly(
                            duty.state(),
                            duty.step(),
                            "" + duty.isOverdue(),
                            "" + duty.daysLate(),
                            "" + (duty.isActual() && !duty.isOnTime(duty.due())),
                            "" + (duty.isActual() && !duty.isOnTime(duty.originalDue())));
            assertThat(item.get("timesReturned").asInt()).isEqualTo(duty.returned());
            assertThat(item.get("extensions").asInt()).isEqualTo(duty.extensions());
            assertThat(OffsetDateTime.parse(item.get("dueAt").asText()).toInstant())
                    .isEqualTo(duty.due());
            if (duty.task() != null) {
                assertThat(item.get("daysInStep").asLong()).isEqualTo(duty.daysInStep());
            }
        });
        long longest = duties.stream()
                .filter(duty -> duty.task() != null)
                .mapToLong(RawDuty::daysInStep)
                .max()
                .orElseThrow();
        assertThat(new Api(port, "thanhtra.bo")
                        .get("/api/v1/obligations?size=2000&kind=subPlan&daysInStepFrom=" + longest + "&daysInStepTo="
                                + longest + "&plan=" + plan)
                        .ok()
                        .get("items")
                        .findValuesAsText("id"))
                .containsExactlyInAnyOrderElementsOf(duties.stream()
                        .filter(duty -> duty.task() != null && duty.daysInStep() == longest)
                        .map(duty -> "" + duty.id())
                        .toList());
    }

    /** Of all that the unit has owed, under whatever plan. */
    private void record(String unit) {
        List<RawDuty> owed = RawDuty.all(jdbc, now).stream()
                .filter(duty -> duty.unit().equals(unit))
                .toList();
        Measures sum = RawFigures.measures(owed);
        JsonNode kept = new Api(port, "thanhtra.bo")
                .get("/api/v1/units/" + unit + "/record")
                .ok()
                .get("kept");
        assertThat(List.of(
                        kept.get("expected").asLong(),
                        kept.get("actual").asLong(),
                        kept.get("actualOnTime").asLong(),
                        kept.get("actualOnTimeOriginal").asLong(),
                        kept.get("overdue").asLong()))
                .as(unit)
                .isEqualTo(five(sum));
        assertThat(tiles(page("/units/" + unit + "/record")))
                .isEqualTo(List.of(sum.expected(), sum.actual(), sum.actualOnTime(), sum.overdue()));
    }

    private void theDigestTells(String login) {
        Organisation organisation = beans.getBean(Organisation.class);
        Actor reader = organisation.actor(login).orElseThrow();
        Scope scope = organisation.scopeOf(reader);
        List<RawDuty> seen = seen(organisation, scope, subPlans(now));
        Measures sum = RawFigures.measures(seen);
        PersonalLetter.Content content = letter("digest", reader);
        assertThat(content.subject()).contains(": " + sum.overdue() + " đơn vị quá hạn");
        facts(content, sum, RawFigures.measures(seen(organisation, scope, before(1))));
        List<Long> late = seen.stream()
                .filter(RawDuty::isOverdue)
                .map(RawDuty::daysLate)
                .sorted(Collections.reverseOrder())
                .toList();
        assertThat(content.rows().stream().map(row -> Long.valueOf(row.late())))
                .containsExactlyElementsOf(late.subList(0, Math.min(10, late.size())));
        Map<String, RawDuty> known =
                seen.stream().collect(Collectors.toMap(duty -> "/obligations/" + duty.id(), Function.identity()));
        assertThat(content.rows()).allSatisfy(row -> {
            RawDuty duty = known.get(row.path());
            assertThat(row.late()).isEqualTo("" + duty.daysLate());
            assertThat(row.state()).isEqualTo(messages.getMessage("step." + duty.step(), null, VIETNAMESE));
        });
        List<Row> rows = workbook(content.attachments().get(0).content());
        assertThat(rows.stream()
                        .skip(1)
                        .map(row -> row.getCellAsNumber(3).orElseThrow().longValue()))
                .containsExactlyElementsOf(late);
    }

    private void theWeeklyTells(String login) {
        Organisation organisation = beans.getBean(Organisation.class);
        Actor reader = organisation.actor(login).orElseThrow();
        Scope scope = organisation.scopeOf(reader);
        Measures sum = RawFigures.measures(seen(organisation, scope, subPlans(now)));
        PersonalLetter.Content content = letter("weekly", reader);
        assertThat(content.subject()).contains("đã ban hành " + sum.actual() + "/" + sum.expected());
        facts(content, sum, RawFigures.measures(seen(organisation, scope, before(7))));
        assertThat(content.attachments().get(0).shows())
                .contains("đã ban hành " + sum.actual() + " trên " + sum.expected());
    }

    private static List<RawDuty> seen(Organisation organisation, Scope scope, List<RawDuty> duties) {
        return duties.stream()
                .filter(duty -> organisation.isWithin(scope, duty.unit()))
                .toList();
    }

    /** The newest letter of the kind about the plan's sub-plans, as it would be sent now. */
    private PersonalLetter.Content letter(String kind, Actor reader) {
        long mail = jdbc.sql("select max(id) from mail where kind = :kind and recipient = :login and about like :about")
                .param("kind", kind)
                .param("login", reader.login())
                .param("about", plan + ":subPlan:%")
                .query(Long.class)
                .single();
        return beans.getBeansOfType(PersonalLetter.class).values().stream()
                .filter(letter -> letter.kind().equals(kind))
                .findFirst()
                .orElseThrow()
                .write(mail, reader.person(), VIETNAMESE)
                .orElseThrow();
    }

    private static void facts(PersonalLetter.Content content, Measures now, Measures before) {
        List<List<Long>> told = content.facts().stream()
                .map(fact -> {
                    Matcher number = FACT.matcher(fact.value());
                    assertThat(number.matches()).as(fact.value()).isTrue();
                    long change = number.group(3) == null ? 0 : number(number.group(3));
                    return List.of(number(number.group(1)), "−".equals(number.group(2)) ? -change : change);
                })
                .toList();
        assertThat(told)
                .containsExactly(
                        List.of(now.expected(), now.expected() - before.expected()),
                        List.of(now.actual(), now.actual() - before.actual()),
                        List.of(now.actualOnTime(), now.actualOnTime() - before.actualOnTime()),
                        List.of(now.overdue(), now.overdue() - before.overdue()));
    }

    private static String percent(long part, Measures measures) {
        long thousandths = measures.expected() == 0 ? 0 : part * 1000 / measures.expected();
        NumberFormat decimals = NumberFormat.getNumberInstance(VIETNAMESE);
        return decimals.format(thousandths / 10.0) + "%";
    }

    private static long number(String written) {
        return Long.parseLong(written.replace(".", ""));
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
                .map(cell -> cell.replace("\"", ""))
                .toList();
    }

    private static List<Row> workbook(byte[] file) {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            return workbook.getSheet(1).orElseThrow().read();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String page(String path) {
        return new String(new Api(port, "thanhtra.bo").bytes(path), StandardCharsets.UTF_8);
    }
}
