package vn.plancascade.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import vn.plancascade.engine.ClockMoved;

class TasklistFiltersTest extends RunningApplication {

    private static final DateTimeFormatter CAMUNDA = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXX");

    @Autowired
    FilterService filters;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Clock clock;

    @AfterEach
    void realTime() {
        ClockUtil.reset();
        events.publishEvent(new ClockMoved(clock.instant()));
    }

    @Test
    void everybodyFindsTheThreeFiltersOnce() {
        assertThat(read(basic(DRAFTER)
                        .get("/engine-rest/filter?sortBy=filterId&sortOrder=asc")
                        .body()))
                .extracting(filter -> filter.get("name").asText())
                .contains("Việc của tôi", "Sắp đến hạn", "Quá hạn");

        events.publishEvent(new ClockMoved(clock.instant()));

        assertThat(filters.createFilterQuery().filterNameLike("Quá hạn").count())
                .isEqualTo(1);
    }

    @Test
    void taskMovesFromDueSoonToOverdueWithTheClock() {
        String task = task("drafter:UNIT-A");
        Instant due =
                tasks.createTaskQuery().taskId(task).singleResult().getDueDate().toInstant();
        assertThat(listed("plan-cascade-mine")).contains(task);
        assertThat(listed("plan-cascade-due-soon")).contains(task);
        assertThat(listed("plan-cascade-overdue")).doesNotContain(task);

        ClockUtil.offset(Duration.ofDays(3).toMillis());
        events.publishEvent(new ClockMoved(clock.instant()));

        assertThat(clock.instant()).isAfter(due);
        assertThat(listed("plan-cascade-due-soon")).doesNotContain(task);
        assertThat(listed("plan-cascade-overdue")).contains(task);
    }

    @Test
    void whatIsDueAtThisVeryHourIsOverdueAndNotLost() {
        String task = task("drafter:UNIT-A");
        Instant hour = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.HOURS);
        org.camunda.bpm.engine.task.Task engineTask =
                tasks.createTaskQuery().taskId(task).singleResult();
        engineTask.setDueDate(Date.from(hour));
        tasks.saveTask(engineTask);

        assertThat(listed("plan-cascade-overdue")).contains(task);
        assertThat(listed("plan-cascade-due-soon")).doesNotContain(task);
    }

    @Test
    void momentsAreLiteralAndInVietnamsZone() {
        JsonNode query = read(basic(DRAFTER)
                        .get("/engine-rest/filter/plan-cascade-due-soon")
                        .body())
                .get("query");

        assertThat(query.get("dueBefore").asText()).endsWith("+0700");
        assertThat(Duration.between(moment(query, "dueAfter"), moment(query, "dueBefore")))
                .isEqualTo(Duration.ofDays(7));
        assertThat(query.toString()).doesNotContain("${").doesNotContain("#{");
    }

    private static OffsetDateTime moment(JsonNode query, String field) {
        return OffsetDateTime.parse(query.get(field).asText(), CAMUNDA);
    }

    private List<String> listed(String filter) {
        List<String> ids = new ArrayList<>();
        read(basic(DRAFTER).get("/engine-rest/filter/" + filter + "/list").body())
                .forEach(task -> ids.add(task.get("id").asText()));
        return ids;
    }
}
