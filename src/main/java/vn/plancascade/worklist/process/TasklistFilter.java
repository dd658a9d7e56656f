package vn.plancascade.worklist.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.task.TaskQuery;

/** The filters that everybody finds in Tasklist. Which tasks they show is up to the rights of who looks. */
enum TasklistFilter {
    MINE("plan-cascade-mine", "Việc của tôi", "Việc đang chờ các vai trò mà bạn đang giữ", "#0b5c8e", -30) {
        @Override
        TaskQuery query(TaskQuery all, Instant hour) {
            return all;
        }
    },
    DUE_SOON("plan-cascade-due-soon", "Sắp đến hạn", "Đến hạn trong 7 ngày tới", "#b35c00", -20) {
        @Override
        TaskQuery query(TaskQuery all, Instant hour) {
            return all.dueAfter(Date.from(hour))
                    .dueBefore(Date.from(hour.plus(SOON)))
                    .orderByDueDate()
                    .asc();
        }
    },
    OVERDUE("plan-cascade-overdue", "Quá hạn", "Đã quá hạn", "#a3211b", -10) {
        @Override
        TaskQuery query(TaskQuery all, Instant hour) {
            // A duty due at this very moment is late, and the bound is exclusive.
            return all.dueBefore(Date.from(hour.plusMillis(1))).orderByDueDate().asc();
        }
    };

    private static final Duration SOON = Duration.ofDays(7);

    final String id;
    final String label;
    final Map<String, Object> properties;

    TasklistFilter(String id, String label, String description, String color, int priority) {
        this.id = id;
        this.label = label;
        this.properties =
                Map.of("description", description, "color", color, "priority", priority, "refresh", true);
    }

    abstract TaskQuery query(TaskQuery all, Instant hour);
}
