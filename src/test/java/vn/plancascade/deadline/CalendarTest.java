package vn.plancascade.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.event.EventListener;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.support.Api;

/** The administrators' calendar over REST. Each test has days of its own. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:calendar;MODE=PostgreSQL;LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1",
            "plan-cascade.mail.scheduled=false"
        })
@ActiveProfiles("demo")
@DirtiesContext
class CalendarTest {

    @LocalServerPort
    int port;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    Holidays holidays;

    @Autowired
    Organisation organisation;

    @Autowired
    Listener listener;

    @BeforeEach
    void sampleIsLoaded() {
        Awaitility.await()
                .atMost(2, TimeUnit.MINUTES)
                .until(() -> new Api(port, null).get("/actuator/health").status() == 200);
        listener.failure = null;
    }

    @Test
    void enteredDaysCountAtOnceAndAreNamedInTheirYear() {
        LocalDate tuesday = LocalDate.of(2024, 3, 5);
        LocalDate saturday = LocalDate.of(2024, 3, 9);
        assertThat(workingDays.isWorkingDay(tuesday)).isTrue();

        Api.Answer entered = add("quantri", "2024-03-05", false, "  Nghi\u0309 bu\u0300 ");
        add("quantri", "2024-03-09", true, "Làm bù").ok();

        assertThat(entered.status()).isEqualTo(201);
        assertThat(entered.json().get("name").asText()).as("in one form").isEqualTo("Nghỉ bù");
        assertThat(workingDays.isWorkingDay(tuesday)).isFalse();
        assertThat(workingDays.isWorkingDay(saturday)).isTrue();
        assertThat(names("SYT-01.chuyenvien", 2024)).contains("Nghỉ bù", "Làm bù", "Quốc khánh");
        assertThat(names("SYT-01.chuyenvien", 2025)).doesNotContain("Nghỉ bù");

        assertThat(as("quantri").delete("/api/v1/holidays/2024-03-05").status()).isEqualTo(204);
        assertThat(workingDays.isWorkingDay(tuesday)).isTrue();
        assertThat(as("quantri").delete("/api/v1/holidays/2024-03-05").status()).isEqualTo(404);
    }

    @Test
    void makeUpDayOverrulesAPublicHoliday() {
        LocalDate labourDay = LocalDate.of(2024, 5, 1);
        assertThat(workingDays.isWorkingDay(labourDay)).isFalse();
        add("quantri", "2024-05-01", true, "Trực").ok();
        assertThat(workingDays.isWorkingDay(labourDay)).isTrue();
    }

    @Test
    void whoeverIsToldOfAChangeReadsItAndWhatIsRolledBackNeverHeld() {
        LocalDate day = LocalDate.of(2024, 6, 4);
        listener.failure = new IllegalStateException("refused");

        assertThatThrownBy(() -> holidays.add(organisation.actor("quantri").orElseThrow(), day, false, "Nghỉ"))
                .hasMessage("refused");
        assertThat(listener.worked).containsEntry(day, false);
        assertThat(workingDays.isWorkingDay(day)).isTrue();

        listener.failure = null;
        add("quantri", "2024-06-04", false, "Nghỉ").ok();
        as("quantri").delete("/api/v1/holidays/2024-06-04").ok();
        assertThat(listener.worked).containsEntry(day, true);
    }

    @Test
    void onlyAdministratorsChangeTheCalendar() {
        add("quantri", "2024-07-02", false, "Nghỉ").ok();
        for (String login : List.of("thanhtra.bo", "lanhdao.bo", "SYT-01.thutruong")) {
            assertThat(add(login, "2024-07-03", false, "Nghỉ").status()).isEqualTo(403);
            assertThat(as(login).delete("/api/v1/holidays/2024-07-02").status()).isEqualTo(403);
        }
        assertThat(new Api(port, null).get("/api/v1/holidays").status()).isEqualTo(401);
        assertThat(workingDays.isWorkingDay(LocalDate.of(2024, 7, 2))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "null, false, Nghỉ, date",
                "05/08/2024, false, Nghỉ, date",
                "2024-02-30, false, Nghỉ, date",
                "1999-12-31, false, Nghỉ, date",
                "2024-08-06, null, Nghỉ, works",
                "2024-08-06, false, null, name",
                "2024-08-06, false, ' ', name",
                "2024-08-04, false, Nghỉ Chủ nhật, date",
                "2024-09-02, false, Quốc khánh, date",
                "2024-08-06, true, Vẫn làm, date"
            })
    void whatIsWrongIsRefusedByItsField(String date, Boolean works, String name, String field) {
        Api.Answer refused = add("quantri", date, works, name);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.fields()).containsExactly(field);
    }

    @Test
    void nameHasAnEndAndAnEnteredDayIsNotEnteredTwice() {
        assertThat(add("quantri", "2024-08-06", false, "x".repeat(201)).fields())
                .containsExactly("name");
        add("quantri", "2024-08-07", false, "x".repeat(200)).ok();
        add("quantri", "2024-08-08", false, "Nghỉ bão").ok();

        Api.Answer again = add("quantri", "2024-08-08", false, "Nghỉ lũ");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().get("detail").asText()).isEqualTo("Ngày 8/8/2024 đã có trong lịch: Nghỉ bão.");
        assertThat(names("quantri", 2024)).contains("Nghỉ bão").doesNotContain("Nghỉ lũ");
    }

    @Test
    void everyPublicHolidayHasAVietnameseNameAndCultureDayBeginsIn2026() {
        for (int year = 2020; year <= 2030; year++) {
            assertThat(names("quantri", year)).noneMatch(name -> name.matches("[ -~]*"));
        }
        assertThat(names("quantri", 2026)).contains("Ngày Văn hóa Việt Nam");
        assertThat(workingDays.isWorkingDay(LocalDate.of(2026, 11, 24))).isFalse();
        assertThat(workingDays.isWorkingDay(LocalDate.of(2023, 11, 24))).isTrue();
    }

    @ParameterizedTest(name = "Tết {0}, Giỗ Tổ {1}")
    @CsvSource({
        "2007-02-17, 2007-04-26",
        "2020-01-25, 2020-04-02",
        "2025-01-29, 2025-04-07",
        "2026-02-17, 2026-04-26",
        "2027-02-06, 2027-04-16",
        "2030-02-02, 2030-04-12",
        "2053-02-18, 2053-04-27"
    })
    void lunarHolidaysFollowTheVietnameseCalendarEvenWhereTheChineseDiffers(LocalDate tet, LocalDate hungKings) {
        List<LocalDate> expected = expectedDays(tet.getYear());
        assertThat(expected).startsWith(tet.minusDays(1), tet, tet.plusDays(1), tet.plusDays(2), tet.plusDays(3));
        assertThat(expected.stream().filter(day -> day.getDayOfWeek().getValue() < 6))
                .as("five days off beside the weekends")
                .hasSize(5);
        assertThat(expected).noneMatch(workingDays::isWorkingDay);
        assertThat(workingDays.isWorkingDay(hungKings)).isFalse();
        assertThat(names("quantri", tet.getYear())).contains("Giỗ Tổ Hùng Vương", "Tết Nguyên đán (dự kiến)");
    }

    @Test
    void noReminderGoesOutOnATetThatNobodyHasEntered() {
        LocalDate eve = LocalDate.of(2031, 1, 22);
        assertThat(workingDays.nextMorning(WorkingDays.morningOf(eve.minusDays(1))))
                .isEqualTo(WorkingDays.morningOf(LocalDate.of(2031, 1, 29)));
        assertThat(workingDays.between(eve.minusDays(1), LocalDate.of(2031, 1, 29)))
                .isOne();
    }

    @Test
    void expectedDaysOfTetCountUntilTheDecisionIsEntered() {
        LocalDate daySix = LocalDate.of(2029, 2, 19);
        assertThat(expectedDays(2029)).contains(LocalDate.of(2029, 2, 16)).doesNotContain(daySix);

        add("quantri", "2029-02-19", false, "Nghỉ Tết").ok();
        assertThat(expectedDays(2029)).isEmpty();
        assertThat(workingDays.isWorkingDay(LocalDate.of(2029, 2, 16))).isTrue();
        assertThat(workingDays.isWorkingDay(daySix)).isFalse();
        add("quantri", "2029-02-16", false, "Nghỉ Tết").ok();
        assertThat(workingDays.isWorkingDay(LocalDate.of(2029, 2, 16))).isFalse();

        as("quantri").delete("/api/v1/holidays/2029-02-16").ok();
        as("quantri").delete("/api/v1/holidays/2029-02-19").ok();
        assertThat(expectedDays(2029)).contains(LocalDate.of(2029, 2, 16));
    }

    @Test
    void warningOfAnUndecidedTetBeginsInOctoberAndEndsWithItsEntry() {
        LocalDate tet = LocalDate.of(2028, 1, 26);
        assertThat(holidays.undecidedTet(LocalDate.of(2027, 9, 30))).isEmpty();
        assertThat(holidays.undecidedTet(LocalDate.of(2027, 10, 1))).contains(tet);
        assertThat(holidays.undecidedTet(tet)).contains(tet);
        assertThat(holidays.undecidedTet(tet.plusDays(1))).isEmpty();
        assertThat(page("/calendar?year=2028")).contains("Chưa nhập lịch nghỉ Tết 2028");

        add("quantri", "2028-01-25", false, "Nghỉ Tết").ok();
        assertThat(holidays.undecidedTet(LocalDate.of(2027, 10, 1))).isEmpty();
        assertThat(page("/calendar?year=2028")).doesNotContain("Chưa nhập");
    }

    @ParameterizedTest
    @CsvSource({"?year=1999, 422", "?year=2101, 422", "?year=abc, 400", "?year=2100, 200"})
    void yearIsWithinTheCalendar(String query, int status) {
        assertThat(as("quantri").get("/api/v1/holidays" + query).status()).isEqualTo(status);
    }

    private Api as(String login) {
        return new Api(port, login);
    }

    private String page(String path) {
        return new String(as("quantri").bytes(path), StandardCharsets.UTF_8);
    }

    private Api.Answer add(String login, String date, Boolean works, String name) {
        ObjectNode day = Api.object().put("date", date).put("works", works).put("name", name);
        return as(login).post("/api/v1/holidays", day);
    }

    private List<LocalDate> expectedDays(int year) {
        List<LocalDate> days = new ArrayList<>();
        as("quantri").get("/api/v1/holidays?year=" + year).ok().get("items").forEach(day -> {
            if (day.get("expected").asBoolean()) {
                days.add(LocalDate.parse(day.get("date").asText()));
            }
        });
        return days;
    }

    private List<String> names(String login, int year) {
        List<String> names = new ArrayList<>();
        JsonNode found = as(login).get("/api/v1/holidays?year=" + year).ok();
        found.get("items").forEach(day -> names.add(day.get("name").asText()));
        return names;
    }

    /** Somebody who recomputes due moments when the calendar changes. */
    static class Listener {

        final java.util.Map<LocalDate, Boolean> worked = new java.util.HashMap<>();
        RuntimeException failure;
        private final WorkingDays workingDays;

        Listener(WorkingDays workingDays) {
            this.workingDays = workingDays;
        }

        @EventListener
        void changed(WorkingDaysChanged change) {
            worked.put(change.day(), workingDays.isWorkingDay(change.day()));
            if (failure != null) {
                throw failure;
            }
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Listening {

        @org.springframework.context.annotation.Bean
        Listener listener(WorkingDays workingDays) {
            return new Listener(workingDays);
        }
    }
}
