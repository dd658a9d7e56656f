package vn.plancascade.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.support.Api;

/** Who did what in a spring of two plans, over REST, as a page and as a file. */
final class OnRecord {

    private static final String AUDIT = "/api/v1/audit";

    private final int port;
    private final long plan;
    private final long other;
    private final List<Obligation> all;

    OnRecord(int port, long plan, long other, List<Obligation> all) {
        this.port = port;
        this.plan = plan;
        this.other = other;
        this.all = all;
    }

    /** Steps by people are there as often as the histories of duties tell them; of what the product did by itself nothing is. */
    void everyActOfALivedSpringIsThereOnce() {
        for (long one : List.of(plan, other)) {
            assertThat(words(read("quantri", "plan=" + one)))
                    .contains("planCreated", "planSubmitted", "planApproved", "planIssued")
                    .doesNotContain("deadlinePassed", "started");
        }
        for (String word : List.of("submitted", "approved", "returned", "issued", "waived")) {
            List<String> told = new ArrayList<>();
            for (Obligation duty : all) {
                new Api(port, "quantri")
                        .get("/api/v1/obligations/" + duty.id())
                        .ok()
                        .get("history")
                        .forEach(line -> {
                            if (line.get("event").asText().equals(word)
                                    && !line.get("actor").isNull()) {
                                told.add(duty.id() + " " + line.get("actor").asText());
                            }
                        });
                if (told.size() > 20) {
                    break;
                }
            }
            List<String> found = read("quantri", "what=" + word).stream()
                    .map(item -> item.get("obligation").asText() + " "
                            + item.get("who").asText())
                    .toList();
            assertThat(found).as(word).containsAll(told);
        }
        JsonNode issued = read("quantri", "what=planIssued&plan=" + other).get(0);
        assertThat(issued.get("who").asText()).isEqualTo("vanthu.bo");
        assertThat(issued.get("whoName").asText()).isNotBlank();
        assertThat(issued.get("planName").asText()).contains("PCCC");
        assertThat(read("quantri", "what=roleGiven&who=quantri")).isEmpty();
    }

    void partsFollowEachOtherWithoutGap() {
        List<Long> whole = numbers(read("quantri", "plan=" + plan));
        List<Long> parts = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonNode part = get("quantri", "size=17&plan=" + plan + next).ok();
            part.get("items").forEach(item -> parts.add(item.get("id").asLong()));
            next = part.get("next").isNull()
                    ? null
                    : "&after=" + part.get("next").asText();
        }
        assertThat(parts).isEqualTo(whole).doesNotHaveDuplicates().hasSizeGreaterThan(40);
        assertThat(parts).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    void isForAdministratorsAndForInspectorsInTheirScope() {
        assertThat(get("SYT-02.thutruong", "").status()).isEqualTo(403);
        assertThat(get("chuyenvien.bo", "").status()).isEqualTo(403);
        Api administrator = new Api(port, "quantri");
        administrator
                .post(
                        "/api/v1/holidays",
                        Api.object()
                                .put("date", "2023-12-29")
                                .put("works", false)
                                .put("name", "Nghỉ bù"))
                .ok();
        String unit = all.stream()
                .filter(duty -> duty.planId() == plan && duty.documentNumber() != null)
                .map(Obligation::unitCode)
                .sorted()
                .skip(3)
                .findFirst()
                .orElseThrow();
        administrator
                .post(
                        "/api/v1/people/" + unit + ".vanthu/roles",
                        Api.object()
                                .put("role", "inspector")
                                .put("unitCode", unit)
                                .put("reason", "Theo dõi các đơn vị trực thuộc"))
                .ok();
        List<JsonNode> seen = read(unit + ".vanthu", "size=500");
        assertThat(seen).isNotEmpty().allSatisfy(item -> {
            String of = item.get("unit").asText();
            assertThat(item.get("unit").isNull() || of.equals(unit) || !of.startsWith("SYT-"))
                    .isTrue();
        });
        assertThat(words(seen)).contains("roleGiven", "issued").doesNotContain("dayEntered", "planIssued");
        JsonNode entered = read("quantri", "what=dayEntered").get(0);
        assertThat(entered.get("detail").asText()).isEqualTo("Nghỉ bù");
        assertThat(entered.get("subject").asText()).isEqualTo("29/12/2023");
        assertThat(read("quantri", "what=roleGiven&unit=" + unit.toLowerCase())
                        .get(0)
                        .get("subject")
                        .asText())
                .isEqualTo(unit + ".vanthu");
    }

    void whatCannotBeAskedIsRefused() {
        assertThat(get("quantri", "what=nothing").fields()).containsExactly("what");
        assertThat(get("quantri", "from=2023-13-01").fields()).containsExactly("from");
        assertThat(get("quantri", "from=2023-04-02&to=2023-04-01").fields()).containsExactly("to");
        assertThat(get("quantri", "after=x").fields()).containsExactly("after");
        assertThat(get("quantri", "size=0").fields()).containsExactly("size");
        assertThat(get("quantri", "whom=x").status()).isEqualTo(400);
        for (String odd : List.of("%27%22%25_!", "x".repeat(500))) {
            assertThat(get("quantri", "who=" + odd).ok().get("items")).isEmpty();
        }
        assertThat(new Api(port, "quantri").delete(AUDIT).status()).isIn(404, 405);
        assertThat(read("quantri", "from=2023-03-17&to=2023-03-17&plan=" + plan))
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.get("at").asText()).startsWith("2023-03-17"));
    }

    void isDownloaded() {
        String rows = new String(
                new Api(port, "quantri").bytes(AUDIT + "/export?format=csv&plan=" + plan), StandardCharsets.UTF_8);
        assertThat(rows.lines()).hasSize(read("quantri", "plan=" + plan).size() + 1);
        assertThat(rows).startsWith("\uFEFF").contains("vanthu.bo", "Ban hành kế hoạch");
        byte[] workbook = new Api(port, "quantri").bytes(AUDIT + "/export?plan=" + plan);
        assertThat(new String(workbook, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
        assertThat(new Api(port, "SYT-02.thutruong").get(AUDIT + "/export").status())
                .isEqualTo(403);
        String page = new String(new Api(port, "thanhtra.bo").bytes("/audit?plan=" + plan), StandardCharsets.UTF_8);
        assertThat(page).contains("Nhật ký hoạt động", "rel=\"next\"");
    }

    /** All items of a filter, part by part. */
    private List<JsonNode> read(String login, String filter) {
        List<JsonNode> items = new ArrayList<>();
        String next = "";
        while (next != null) {
            String size = filter.contains("size=") ? "" : "size=500&";
            JsonNode part = get(login, size + filter + next).ok();
            part.get("items").forEach(items::add);
            next = part.get("next").isNull()
                    ? null
                    : "&after=" + part.get("next").asText();
        }
        return items;
    }

    private Api.Answer get(String login, String filter) {
        return new Api(port, login).get(AUDIT + (filter.isEmpty() ? "" : "?" + filter));
    }

    private static List<String> words(List<JsonNode> items) {
        return items.stream().map(item -> item.get("what").asText()).toList();
    }

    private static List<Long> numbers(List<JsonNode> items) {
        return items.stream().map(item -> item.get("id").asLong()).toList();
    }
}
