package vn.plancascade.followup.domain;

import static vn.plancascade.kernel.Rows.instant;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.WorkingDays;
import vn.plancascade.followup.DeadlinePolicies.Change;
import vn.plancascade.followup.DeadlinePolicies.Preview;
import vn.plancascade.followup.domain.StagePolicy.Decided;
import vn.plancascade.kernel.VietnamTime;

/** Which rungs two decision tables bring on the next mornings, if nobody did anything until then. */
@Component
class PolicyForecast {

    private static final int MORNINGS = 10;

    private static final Comparator<Key> ORDER = Comparator.comparing(Key::morning)
            .thenComparing(Key::kind)
            .thenComparing(key -> key.decided().rung())
            .thenComparing(key -> key.decided().form())
            .thenComparing(key -> key.decided().to().toString());

    private final JdbcClient jdbc;
    private final WorkingDays workingDays;
    private final Clock clock;

    PolicyForecast(JdbcClient jdbc, WorkingDays workingDays, Clock clock) {
        this.jdbc = jdbc;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    Preview compare(StagePolicy before, StagePolicy after) {
        List<LocalDate> mornings = mornings();
        List<Group> groups = groups();
        Map<Key, int[]> counts = new TreeMap<>(ORDER);
        for (LocalDate morning : mornings) {
            for (Group group : groups) {
                count(counts, before, group, morning, 0);
                count(counts, after, group, morning, 1);
            }
        }
        List<Change> changes = counts.entrySet().stream()
                .filter(entry -> entry.getValue()[0] != entry.getValue()[1])
                .map(entry -> entry.getKey().change(entry.getValue()))
                .toList();
        return new Preview(mornings, groups.stream().mapToInt(Group::duties).sum(), changes);
    }

    private List<LocalDate> mornings() {
        List<LocalDate> mornings = new ArrayList<>();
        Instant next = clock.instant();
        while (mornings.size() < MORNINGS) {
            next = workingDays.nextMorning(next);
            mornings.add(VietnamTime.dayOf(next));
        }
        return mornings;
    }

    private void count(Map<Key, int[]> counts, StagePolicy policy, Group group, LocalDate morning, int side) {
        long waiting =
                group.waitingSince() == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(group.waitingSince(), morning));
        int distance = workingDays.distance(VietnamTime.dayOf(group.dueAt()), morning);
        for (Decided decided : policy.decide(group.kind(), distance, (int) waiting, morning.getDayOfWeek())) {
            counts.computeIfAbsent(new Key(morning, group.kind(), decided), key -> new int[2])[side] += group.duties();
        }
    }

    /** As many rows as there are deadlines and days since which drafts wait. */
    private List<Group> groups() {
        return jdbc.sql("""
                        select kind, due_at, waiting_since, count(*) as duties from open_duty
                        group by kind, due_at, waiting_since order by kind, due_at, waiting_since""")
                .query((row, n) -> new Group(
                        DutyKind.valueOf(row.getString("kind")),
                        instant(row, "due_at"),
                        row.getObject("waiting_since", LocalDate.class),
                        row.getInt("duties")))
                .list();
    }

    private record Group(DutyKind kind, Instant dueAt, LocalDate waitingSince, int duties) {}

    private record Key(LocalDate morning, DutyKind kind, Decided decided) {

        Change change(int[] counted) {
            return new Change(morning, kind, decided.rung(), decided.to(), decided.form(), counted[0], counted[1]);
        }
    }
}
