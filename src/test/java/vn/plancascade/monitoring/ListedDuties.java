package vn.plancascade.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.WorkStep;
import vn.plancascade.support.Api;

/** The list of duties and its files: every filter against the duties themselves, read on without gap or repetition. */
final class ListedDuties {

    private final int port;
    private final long plan;
    private final List<Obligation> all;
    private final Instant now;

    /** @param all the plan's duties as they stand */
    ListedDuties(int port, long plan, List<Obligation> all, Instant now) {
        this.port = port;
        this.plan = plan;
        this.all = all;
        this.now = now;
    }

    void everyFilterFindsItsDuties() {
        Map<String, Predicate<Obligation>> filters = new LinkedHashMap<>();
        filters.put("overdue=true&daysLateFrom=4&daysLateTo=14", duty -> duty.overdue(now) && isLate(duty, 4, 14));
        filters.put("daysLateFrom=1", duty -> isLate(duty, 1, Long.MAX_VALUE));
        filters.put("issuedLate=true", Obligation::late);
        filters.put("issuedLate=false", duty -> !duty.late());
        filters.put("extended=true", Obligation::extended);
        filters.put("returned=true", duty -> duty.timesReturned() > 0);
        filters.put(
                "returned=false&kind=subPlan",
                duty -> duty.timesReturned() == 0 && duty.kind().name().equals("subPlan"));
        filters.put("closedUnit=true", duty -> false);
        filters.put(
                "neverOpened=true",
                duty -> duty.state() == ObligationState.drafting
                        && duty.timesReturned() == 0
                        && duty.processInstanceId() != null);
        filters.put("mailFailed=true", duty -> false);
        filters.put("withoutHead=true", duty -> false);
        filters.put("withoutAddress=false&kind=subPlan", duty -> duty.kind() == DutyKind.subPlan);
        filters.put("unitKind=DOH", duty -> duty.unitCode().startsWith("SYT-"));
        for (WorkStep step : WorkStep.values()) {
            filters.put("step=" + step, duty -> WorkStep.of(duty) == step);
        }
        filters.put(
                "step=drafting&step=returned",
                duty -> WorkStep.of(duty) == WorkStep.drafting || WorkStep.of(duty) == WorkStep.returned);
        filters.forEach((filter, matches) -> assertThat(
                        ids(get("?size=2000&plan=" + plan + "&" + filter).ok()))
                .as(filter)
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().filter(matches).map(Obligation::id).toList()));
        assertThat(all.stream().map(WorkStep::of).distinct())
                .contains(
                        WorkStep.drafting, WorkStep.withHead, WorkStep.withClerk, WorkStep.returned, WorkStep.settled);
    }

    private boolean isLate(Obligation duty, long from, long to) {
        return duty.daysLate(now) >= from && duty.daysLate(now) <= to;
    }

    void partsFollowEachOtherWithoutGapInEveryOrder() {
        for (String sort : List.of("-daysLate", "daysLate", "dueAt", "-documentDate", "unitName", "provinceCode")) {
            List<Long> whole =
                    ids(get("?size=2000&plan=" + plan + "&sort=" + sort).ok());
            List<Long> read = new ArrayList<>();
            String next = "";
            while (next != null) {
                JsonNode part =
                        get("?size=37&plan=" + plan + "&sort=" + sort + next).ok();
                read.addAll(ids(part));
                next = part.get("next").isNull()
                        ? null
                        : "&after=" + part.get("next").asText();
            }
            assertThat(read).as(sort).hasSize(all.size()).isEqualTo(whole);
        }
        List<Long> late = new ArrayList<>();
        get("?size=2000&plan=" + plan + "&sort=-daysLate")
                .ok()
                .get("items")
                .forEach(item -> late.add(item.get("daysLate").asLong()));
        assertThat(late).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(late.get(0)).isPositive();
    }

    void whatCannotBeAskedIsRefused() {
        String place = get("?size=5&sort=dueAt&plan=" + plan).ok().get("next").asText();
        assertThat(get("?sort=unitName&after=" + place).fields()).containsExactly("after");
        assertThat(get("?after=abc").fields()).containsExactly("after");
        assertThat(get("?daysLateFrom=-1").fields()).containsExactly("daysLateFrom");
        for (String unknown : List.of(
                "?bucket=1",
                "?step=sleeping",
                "?issuedLate=perhaps",
                "?plan=x",
                "?columns=secret",
                "/export?format=doc")) {
            assertThat(get(unknown).status()).as(unknown).isEqualTo(400);
        }
        for (String odd : List.of("%27%22%25_!", "%25%25%25", "x".repeat(10_000))) {
            assertThat(get("?q=" + odd + "&plan=" + plan).status()).as(odd).isLessThan(500);
        }
    }

    /** A row tells plan, period, step and unit as they were, and who holds the work. */
    void aRowTellsWhatItIsAbout() {
        JsonNode row =
                get("?size=1&step=withHead&kind=subPlan&plan=" + plan).ok().at("/items/0");
        assertThat(row.get("planSubject").asText()).isNotBlank();
        assertThat(row.get("step").asText()).isEqualTo("withHead");
        assertThat(row.get("daysInStep").asLong()).isPositive();
        assertThat(row.at("/given/kind").asText()).isEqualTo("DOH");
        assertThat(row.at("/given/superiorCode").asText()).isNotBlank();
        assertThat(row.at("/holders/0/email").asText()).contains("@");
    }

    void filesHoldAllThatIsFilteredAsTextsDaysAndNumbers() {
        String filter =
                "plan=" + plan + "&sort=-daysLate&columns=unitCode&columns=unit&columns=daysLate&columns=documentDate";
        JsonNode listed = get("?size=2000&" + filter).ok().get("items");
        List<Row> rows = rows(file("/export?" + filter + "&format=xlsx"), 1);
        assertThat(rows).hasSize(listed.size() + 1);
        for (int i = 0; i < listed.size(); i++) {
            Row row = rows.get(i + 1);
            JsonNode item = listed.get(i);
            assertThat(row.getCellText(0)).isEqualTo(item.get("unitCode").asText());
            assertThat(row.getCellAsNumber(2).orElseThrow().longValue())
                    .isEqualTo(item.get("daysLate").asLong());
            assertThat(row.getCellAsDate(3)
                            .map(day -> day.toLocalDate().toString())
                            .orElse("null"))
                    .isEqualTo(item.get("documentDate").asText());
        }
        assertThat(rows.stream().map(row -> row.getCellText(1)))
                .contains("'=1+1")
                .doesNotContain("=1+1");
        List<Row> cover = rows(file("/export?" + filter), 0);
        assertThat(cover.get(2).getCellAsNumber(1).orElseThrow().intValue()).isEqualTo(listed.size());
        assertThat(cover.get(1).getCellAsDate(1)).isPresent();
        assertThat(cover.get(3).getCellText(1)).contains("" + plan);

        List<String> lines = new String(file("/export?" + filter + "&format=csv"), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(lines).hasSize(listed.size() + 1);
        assertThat(lines.get(0)).startsWith("\uFEFF");
        assertThat(lines).anyMatch(line -> line.contains("'=1+1"));
    }

    /** Whatever goes on meanwhile: as many rows as its cover says, each duty once. */
    static void anExportIsOfOneMoment(int port) {
        byte[] file = new Api(port, "thanhtra.bo")
                .bytes("/api/v1/obligations/export?plan=1&kind=subPlan&columns=unitCode&columns=state&format=xlsx");
        List<String> units =
                rows(file, 1).stream().skip(1).map(row -> row.getCellText(0)).toList();
        assertThat(units).hasSizeGreaterThan(400).doesNotHaveDuplicates();
        assertThat(rows(file, 0).get(2).getCellAsNumber(1).orElseThrow().intValue())
                .isEqualTo(units.size());
    }

    void peopleKeepColumnsAndFilters() {
        Api inspector = new Api(port, "thanhtra.bo");
        assertThat(inspector
                        .put(
                                "/api/v1/obligation-views/columns",
                                Api.JSON.createArrayNode().add("unitCode").add("daysLate"))
                        .ok())
                .hasSize(2);
        String csv = new String(file("/export?format=csv&plan=" + plan), StandardCharsets.UTF_8);
        assertThat(csv.lines().findFirst().orElseThrow().split(",")).hasSize(2);
        JsonNode view = inspector
                .post("/api/v1/obligation-views?name=Ch%E1%BA%ADm&overdue=true&plan=" + plan, null)
                .ok();
        assertThat(view.get("address").asText()).isEqualTo("/obligations?plan=" + plan + "&overdue=true");
        assertThat(inspector.get("/api/v1/obligation-views").ok()).hasSize(1);
        assertThat(new Api(port, "SYT-12.thutruong")
                        .get("/api/v1/obligation-views")
                        .ok())
                .isEmpty();
        assertThat(new Api(port, "SYT-12.thutruong")
                        .delete("/api/v1/obligation-views/" + view.get("id").asLong())
                        .status())
                .isEqualTo(404);
        assertThat(inspector
                        .delete("/api/v1/obligation-views/" + view.get("id").asLong())
                        .status())
                .isEqualTo(204);
        inspector
                .put("/api/v1/obligation-views/columns", Api.JSON.createArrayNode())
                .ok();
    }

    private static List<Row> rows(byte[] file, int sheet) {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            return workbook.getSheet(sheet).orElseThrow().read();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Long> ids(JsonNode page) {
        List<Long> ids = new ArrayList<>();
        page.get("items").forEach(item -> ids.add(item.get("id").asLong()));
        return ids;
    }

    private Api.Answer get(String path) {
        return new Api(port, "thanhtra.bo").get("/api/v1/obligations" + path);
    }

    private byte[] file(String path) {
        return new Api(port, "thanhtra.bo").bytes("/api/v1/obligations" + path);
    }
}
