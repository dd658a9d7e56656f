package vn.plancascade.plan.domain;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.worklist.FormData;

/** A plan in which nothing is wrong, and the same with single values changed. */
final class PlanSamples {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String PLAN = """
            {"documentNumber": "12/KH-BYT", "documentDate": "2023-03-16", "year": 2023, "subject": "phòng, chống dịch",
             "recipients": "Các đơn vị;\\nLưu: VT.", "subPlanDeadline": "2023-03-27",
             "tasks": [
               {"no": "1", "title": "Tuyên truyền", "kinds": ["DOH", "STATION"], "mandatory": true},
               {"no": "2", "title": "Kiểm tra", "kinds": ["DOH"], "mandatory": true},
               {"no": "3", "title": "Phối hợp", "kinds": ["DOH"], "mandatory": false}],
             "duties": [
               {"kind": "DOH", "subPlan": true, "periodic": true, "yearly": true},
               {"kind": "STATION", "subPlan": true, "periodic": false, "yearly": true, "form": "short"}],
             "reportCalendar": [
               {"period": "2023-H1", "dataFrom": "2022-12-01", "dataTo": "2023-05-31", "due": "2023-06-15"},
               {"period": "2023-Y", "dataFrom": "2022-12-01", "dataTo": "2023-11-30", "due": "2023-12-15",
                "opens": "2023-11-20"}]}""";

    private PlanSamples() {}

    static PlanContent plan() {
        return FormData.read(PLAN, PlanContent.class);
    }

    /** @param changes pointers such as {@code /tasks/0/title} and what stands there, by turns, as JSON */
    static PlanContent with(String... changes) {
        try {
            JsonNode plan = JSON.readTree(PLAN);
            for (int i = 0; i < changes.length; i += 2) {
                set(plan, JsonPointer.compile(changes[i]), JSON.readTree(changes[i + 1]));
            }
            return FormData.read(plan.toString(), PlanContent.class);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    private static void set(JsonNode plan, JsonPointer at, JsonNode value) {
        JsonNode holder = plan.at(at.head());
        if (holder instanceof ArrayNode list) {
            list.set(at.last().getMatchingIndex(), value);
        } else {
            ((ObjectNode) holder).set(at.last().getMatchingProperty(), value);
        }
    }
}
