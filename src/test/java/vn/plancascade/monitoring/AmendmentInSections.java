package vn.plancascade.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import vn.plancascade.support.Api;

/** A plan in force is amended section by section, each change shown against what is in force, and the draft given up. */
final class AmendmentInSections {

    private static final String DRAFTER = "chuyenvien.bo";

    private final long plan;
    private final Browser drafter;
    private final Api api;

    /** @param plan one that is in force */
    AmendmentInSections(int port, long plan) {
        this.plan = plan;
        this.drafter = Browser.of(port, DRAFTER);
        this.api = new Api(port, DRAFTER);
    }

    void isWrittenAgainstWhatIsInForce() {
        HttpResponse<String> begun = drafter.submit("/plans/" + plan, "/plans/" + plan + "/amendments", Map.of());
        String page = begun.uri().getPath();
        assertThat(page).startsWith("/tasks/");
        assertThat(begun.body())
                .contains("Lý do, thời hạn", "Chưa có nội dung nào thay đổi", "class=\"sections-preview\"")
                .doesNotContain("1 thay đổi");
        String first =
                api.get("/api/v1/plans/" + plan).ok().at("/content/tasks/0/no").asText();
        String second =
                api.get("/api/v1/plans/" + plan).ok().at("/content/tasks/1/no").asText();

        String changed = send(page, "tasks", "0", Map.of("tasks[0].title", "Phổ biến cho mọi khoa", "step", "save"));
        assertThat(changed)
                .contains("sửa đổi", "Đang thực hiện:", "make:asBefore.tasks." + first, "1 thay đổi")
                .contains("Phổ biến cho mọi khoa</");
        String dropped = send(page, "tasks", null, Map.of("step", "remove:tasks[1]"));
        assertThat(dropped).contains("bãi bỏ", "make:asBefore.tasks." + second, "2 thay đổi");
        send(page, "tasks", null, Map.of("step", "add:tasks"));
        String late = send(page, "calendar", null, Map.of("reportCalendar[3].due", "20/12/2023", "step", "save"));
        assertThat(late).contains("Đang thực hiện:", "15/12/2023").doesNotContain("Đã trả lời");
        String early = send(page, "amendment", null, Map.of("subPlanDeadline", "01/03/2023", "step", "save"));
        assertThat(early).contains("không được sớm hơn");
        assertThat(drafter.get(page + "/preview").body()).contains("Phổ biến cho mọi khoa", "20/12/2023");

        String back = send(page, "tasks", null, Map.of("step", "make:asBefore.tasks." + second));
        assertThat(back).doesNotContain("bãi bỏ").containsSubsequence(first, second);
        assertThat(send(page, "tasks", "0", Map.of("step", "make:asBefore.tasks." + first)))
                .doesNotContain("sửa đổi</span>", "Phổ biến cho mọi khoa");
        assertThat(drafter.submit(page, page, Map.of("step", "make:asBefore.tasks.khac"))
                        .statusCode())
                .isEqualTo(422);

        long amendment = api.get("/api/v1/plans/" + plan + "/amendments")
                .ok()
                .get(0)
                .get("id")
                .asLong();
        assertThat(drafter.submit(
                                "/plans/" + plan, "/plans/" + plan + "/amendments/" + amendment + "/discard", Map.of())
                        .body())
                .contains("Đã bỏ dự thảo sửa đổi, bổ sung.");
        assertThat(drafter.get(page).statusCode()).isIn(404, 409);
    }

    private String send(String page, String section, String row, Map<String, String> fields) {
        Map<String, String> sent = new HashMap<>(fields);
        sent.put("section", section);
        if (row != null) {
            sent.put("row", row);
        }
        HttpResponse<String> answer = drafter.submit(page, page, sent);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
