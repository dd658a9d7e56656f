package vn.plancascade.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;

/** Every list that is searched finds what people type, on a country whose national plan 360/KH-BYT has been issued. */
public final class SearchedLists {

    /** As it is typed in a hurry, as another system writes it, and as it is copied out of a file. */
    private static final List<String> CHO_RAY = List.of(
            "cho ray",
            "CHỢ  RẪY",
            "rẫy chợ",
            "Chơ Rây",
            " chợ\u00A0rẫy\u200B",
            Normalizer.normalize("Chợ Rẫy", Normalizer.Form.NFD));

    private static final List<String> NOBODY = List.of("cho%ray", "cho_ray", "cho ray 2", "%", "_", "!");

    private final int port;

    public SearchedLists(int port) {
        this.port = port;
    }

    public void findWithoutMarks() {
        for (String list : List.of("units", "obligations", "reports")) {
            for (String typed : CHO_RAY) {
                assertThat(names("thanhtra.bo", list, "q", typed))
                        .as(list + " " + typed)
                        .isNotEmpty()
                        .allMatch(name -> name.contains("Chợ Rẫy"));
            }
            for (String typed : NOBODY) {
                assertThat(names("thanhtra.bo", list, "q", typed))
                        .as(list + " " + typed)
                        .isEmpty();
            }
            assertThat(names("thanhtra.bo", list, "q", "y syt-01 TE")).isNotEmpty();
        }
        assertThat(total("thanhtra.bo", "plans", "q", "360/kh-byt mua ban nguoi"))
                .isEqualTo(1);
        assertThat(total("thanhtra.bo", "plans", "q", "361/kh-byt")).isZero();
        assertThat(total("SYT-01.chuyenvien", "tasks", "q", "ha noi y te")).isEqualTo(1);
        assertThat(total("SYT-01.chuyenvien", "tasks", "q", "syt-02")).isZero();
        List<String> people = names("quantri", "people", "q", "nguyen");
        assertThat(people).isNotEmpty().allMatch(name -> name.contains("Nguyễn"));
        assertThat(total("quantri", "people", "q", "Nguyễn")).isEqualTo(total("quantri", "people", "q", "NGUYỄN"));
        assertThat(total("quantri", "mails", "recipient", "khong-co-ai@")).isZero();
    }

    /** Codes in addresses and filters, logins in addresses, filters and at the door: the stored spelling is what is shown. */
    public void takeCodesAndLoginsAsTheyCome() {
        Api anybody = new Api(port, "syt-01.CHUYENVIEN");
        assertThat(anybody.get("/api/v1/units/syt-01").ok().get("code").asText())
                .isEqualTo("SYT-01");
        assertThat(total("thanhtra.bo", "units", "subtree", "syt-01"))
                .isEqualTo(total("thanhtra.bo", "units", "subtree", "SYT-01"))
                .isPositive();
        for (String filter : List.of("unit", "subtree")) {
            assertThat(found("thanhtra.bo", "obligations", filter, "Syt-01")
                            .get("items")
                            .findValuesAsText("unitCode"))
                    .contains("SYT-01");
        }
        assertThat(found("thanhtra.bo", "reports", "unit", "syt-01")
                        .get("items")
                        .findValuesAsText("unitCode"))
                .isNotEmpty()
                .containsOnly("SYT-01");
        assertThat(total("SYT-01.chuyenvien", "tasks", "unit", "syt-01")).isEqualTo(1);
        assertThat(found("quantri", "people", "unit", "syt-01").get("items").findValuesAsText("login"))
                .contains("SYT-01.vanthu");
        assertThat(new Api(port, "QUANTRI")
                        .get("/api/v1/people/SYT-01.VANTHU")
                        .ok()
                        .get("login")
                        .asText())
                .isEqualTo("SYT-01.vanthu");
        assertThat(found("quantri", "notices", "recipient", "SYT-01.CHUYENVIEN")
                        .get("items")
                        .findValuesAsText("recipient"))
                .isNotEmpty()
                .containsOnly("SYT-01.chuyenvien");
        assertThat(new Api(port, "quantri")
                        .post(
                                "/api/v1/people",
                                Api.object().put("login", "syt-01.Vanthu").put("fullName", "Người Khác"))
                        .status())
                .isEqualTo(409);
    }

    private int total(String login, String list, String parameter, String typed) {
        return found(login, list, parameter, typed).get("total").asInt();
    }

    private List<String> names(String login, String list, String parameter, String typed) {
        return found(login, list, parameter, typed).get("items").findValues(name(list)).stream()
                .map(JsonNode::asText)
                .toList();
    }

    private static String name(String list) {
        return switch (list) {
            case "units" -> "name";
            case "people" -> "fullName";
            default -> "unitName";
        };
    }

    private JsonNode found(String login, String list, String parameter, String typed) {
        return new Api(port, login)
                .get("/api/v1/" + list + "?size=200&" + parameter + "="
                        + URLEncoder.encode(typed, StandardCharsets.UTF_8))
                .ok();
    }
}
