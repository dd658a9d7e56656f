package vn.plancascade.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.support.Api;
import vn.plancascade.support.Client;
import vn.plancascade.support.PlansByHand;

/**
 * The reform of 2025 comes early: 63 provinces become 34 while their sub-plans are under way, by the file that the product offers as
 * an example. What becomes of each duty is worked out here, apart from the product.
 */
final class ReformedCountry {

    private static final String FILE = "/api/v1/units/changes/file";
    private static final int HEADER = 1;
    private static final String FOUNDED = "SYT-99";

    private final Api administrator;
    private final int port;
    private final PlansByHand byHand;
    private final JdbcClient jdbc;
    private final LocalDate day;
    private final List<List<String>> mergers = new ArrayList<>();
    private final String sample;

    ReformedCountry(int port, BeanFactory beans, PlansByHand byHand) {
        this.administrator = new Api(port, "quantri");
        this.port = port;
        this.byHand = byHand;
        this.jdbc = beans.getBean(JdbcClient.class);
        this.day = byHand.today().plusDays(3);
        this.sample = new String(administrator.bytes("/api/v1/units/changes/sample"), StandardCharsets.UTF_8)
                        .replace("2025-07-01", day.toString())
                + "SYT-22,merge," + FOUNDED + "," + day + ",Sở Y tế mới\r\n";
        sample.lines().skip(HEADER).forEach(row -> {
            String[] cells = row.split(",");
            List<String> codes = new ArrayList<>(List.of(cells[0].split(" ")));
            codes.add(0, cells[2]);
            mergers.add(codes);
        });
    }

    void isReadFromAFileAndOwesEverythingOnce() {
        assertThat(mergers.stream().filter(merger -> merger.get(0).startsWith("SYT-")))
                .as("those of the reform, and one that founds its successor")
                .hasSize(24);
        assertThat(departments()).isEqualTo(63);
        nothingChangesWhereARowIsWrong();
        Map<String, Set<Long>> expected = expected();
        JsonNode tried = sent(sample, true).ok();
        assertThat(tried.get("rows")).hasSize(mergers.size());
        assertThat(tried.at("/names/SYT-08").asText()).isEqualTo("Sở Y tế tỉnh Tuyên Quang");
        assertThat(tried.at("/all/duties/transferred").asInt())
                .isEqualTo(expected.get("transferred").size());
        assertThat(tried.at("/all/duties/ended").asInt())
                .isEqualTo(expected.get("ended").size());
        assertThat(departments()).isEqualTo(63);
        assertThat(onThePage(sample))
                .contains("Nếu thực hiện 47 thay đổi", "SYT-08", "Sở Y tế tỉnh Tuyên Quang", "Sở Y tế mới", "</html>");
        assertThat(onThePage("units,kind\nSYT-02,nhập vào")).contains("&quot;nhập vào&quot; không phải là sáp nhập");

        assertThat(sent(sample, false).ok().get("all")).isEqualTo(tried.get("all"));
        byHand.jumpTo(VietnamTime.startOf(day).plusSeconds(60));
        assertThat(departments()).isEqualTo(34);
        assertThat(owners(expected.get("transferred"))).contains(FOUNDED).doesNotContainAnyElementsOf(gone());
        assertThat(states(expected.get("ended"))).containsOnly("withdrawn");
        nothingIsLeftWithWhoIsGone();
        districtsEnd();
        // The same file again is about units that are no more.
        assertThat(sent(sample, false).status()).isEqualTo(422);
    }

    /** The second example: a district's health centre becomes the station of a commune below it, which reports further up then. */
    private void districtsEnd() {
        LocalDate later = day.plusDays(3);
        String districts = new String(
                        administrator.bytes("/api/v1/units/changes/sample?of=districts"), StandardCharsets.UTF_8)
                .replace("2025-07-01", later.toString());
        assertThat(administrator.get("/api/v1/units/changes/sample?of=wards").status())
                .isEqualTo(400);
        byHand.issued(day.plusDays(30), UnitKind.PROV_CENTER);
        Map<String, Long> before = owed("TTYT-02A", false);
        assertThat(before).isNotEmpty();
        assertThat(sent(districts, false).ok().get("rows"))
                .hasSize((int) districts.lines().skip(HEADER).count());
        byHand.jumpTo(VietnamTime.startOf(later).plusSeconds(60));
        assertThat(owed("TTYT-02A", false)).isEmpty();
        assertThat(owed("TYT-02A", true).keySet()).containsAll(before.keySet());
        JsonNode station = administrator.get("/api/v1/units/TYT-02A").ok();
        assertThat(station.get("name").asText()).isEqualTo("Trạm Y tế xã Lũng Cú");
        assertThat(station.get("reportsToCode").asText()).isEqualTo("SYT-08");
        assertThat(administrator.get("/api/v1/units/TTYT-06A").ok().get("name").asText())
                .isEqualTo("Trung tâm Y tế khu vực Ba Bể");
    }

    private void nothingChangesWhereARowIsWrong() {
        List<String> rows = sample.lines().toList();
        String more = String.join("\n", rows) + "\nSYT-NO,merge,SYT-01," + day + ",\nSYT-02,nhập vào,SYT-01," + day
                + ",\nSYT-02,close,," + day + ",\nSYT-01,move,SYT-24,31/02/2030,\n";
        Api.Answer date = sent(more, false);
        assertThat(date.status()).isEqualTo(422);
        assertThat(rowsOf(date)).containsExactly(rows.size() + 4);
        Api.Answer wrong = sent(more.replace("31/02/2030", day.toString()), false);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(rowsOf(wrong)).containsExactly(rows.size() + 1, rows.size() + 2, rows.size() + 3);
        assertThat(sent("code,name\nX-1,Trạm", false).status()).isEqualTo(422);
        assertThat(departments()).isEqualTo(63);
    }

    private static List<Integer> rowsOf(Api.Answer rejected) {
        List<Integer> rows = new ArrayList<>();
        rejected.json().get("errors").forEach(error -> rows.add(error.get("row").asInt()));
        return rows;
    }

    private Api.Answer sent(String text, boolean dryRun) {
        return administrator.upload(
                FILE + "?dryRun=" + dryRun, Map.of(), "sap-xep.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private String onThePage(String text) {
        Client browser = new Client(port);
        browser.login("quantri", "demo");
        String token = Client.formToken(browser.page("/units/changes"));
        String body = "--x\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token
                + "\r\n--x\r\nContent-Disposition: form-data; name=\"dryRun\"\r\n\r\ntrue"
                + "\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n" + text
                + "\r\n--x--\r\n";
        browser.with("Accept", "text/html");
        return browser.send("POST", "/units/changes/file", body, "multipart/form-data; boundary=x")
                .body();
    }

    /** Of what several of a merger owe, the successor's own goes on, or else the first one's. */
    private Map<String, Set<Long>> expected() {
        Map<String, Set<Long>> fate = new TreeMap<>(Map.of("transferred", new HashSet<>(), "ended", new HashSet<>()));
        for (List<String> merger : mergers) {
            Set<String> owed = new HashSet<>(owed(merger.get(0), true).keySet());
            for (String unit : merger.subList(1, merger.size())) {
                owed(unit, false)
                        .forEach((what, id) -> fate.get(owed.add(what) ? "transferred" : "ended")
                                .add(id));
            }
        }
        return fate;
    }

    /** @param settled whether what is done counts too */
    private Map<String, Long> owed(String unit, boolean settled) {
        Map<String, Long> owed = new TreeMap<>();
        jdbc.sql("""
                        select id, plan_id, kind, period, state from obligation
                        where unit_code = :unit and kind <> 'reportCycle'""").param("unit", unit).query(row -> {
            // A report is owed until it is accepted.
            boolean open = !Set.of("accepted", "waived", "withdrawn", "notRequired", "notAccomplished")
                            .contains(row.getString("state"))
                    && !(row.getString("kind").equals("subPlan")
                            && row.getString("state").equals("issued"));
            boolean letOff = Set.of("waived", "withdrawn", "notRequired").contains(row.getString("state"));
            if (open || settled && !letOff) {
                owed.put(
                        row.getLong("plan_id") + " " + row.getString("kind") + " " + row.getString("period"),
                        row.getLong("id"));
            }
        });
        return owed;
    }

    private long departments() {
        return jdbc.sql("select count(*) from unit where kind = 'DOH' and (valid_to is null or valid_to > :today)")
                .param("today", byHand.today())
                .query(Long.class)
                .single();
    }

    private Set<String> gone() {
        return mergers.stream()
                .flatMap(merger -> merger.subList(1, merger.size()).stream())
                .collect(Collectors.toSet());
    }

    private List<String> owners(Set<Long> duties) {
        return jdbc.sql("select unit_code from obligation where id in (:ids)")
                .param("ids", duties)
                .query(String.class)
                .list();
    }

    private Set<String> states(Set<Long> duties) {
        return Set.copyOf(jdbc.sql("select distinct state from obligation where id in (:ids)")
                .param("ids", duties)
                .query(String.class)
                .list());
    }

    private void nothingIsLeftWithWhoIsGone() {
        Set<String> waiting =
                new HashSet<>(jdbc.sql("select distinct GROUP_ID_ from ACT_RU_IDENTITYLINK where GROUP_ID_ is not null")
                        .query(String.class)
                        .list());
        assertThat(waiting).isNotEmpty();
        Set<String> gone = gone();
        assertThat(waiting.stream().filter(group -> gone.contains(group.replaceFirst(".*:", ""))))
                .isEmpty();
        assertThat(jdbc.sql("select distinct province_code from unit where province_code is not null")
                        .query(String.class)
                        .list())
                .hasSize(34);
    }
}
