package vn.plancascade.demo;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.plancascade.engine.ClockMoved;
import vn.plancascade.engine.DueJobs;
import vn.plancascade.engine.DueWork;
import vn.plancascade.engine.MovableClock;
import vn.plancascade.kernel.InvalidInput;

/**
 * A clock that starts on the day of the sample plan, ticks, and can be moved forward through everything that comes due in
 * between. What is kept is its distance from the real time, so that it goes on ticking over a restart.
 */
@Component
@Profile("demo")
class DemoClock {

    private final DemoState state;
    private final DueJobs jobs;
    private final List<DueWork> work;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    DemoClock(DemoState state, DueJobs jobs, List<DueWork> work, Clock clock, ApplicationEventPublisher events) {
        this.state = state;
        this.jobs = jobs;
        this.work = work;
        this.clock = clock;
        this.events = events;
    }

    Instant now() {
        return clock.instant();
    }

    /**
     * Goes to the moment, stopping at each due moment on the way to run what is due there.
     *
     * @throws InvalidInput if the moment lies in the past
     */
    synchronized Instant moveTo(Instant target) {
        if (target.isBefore(now())) {
            throw new InvalidInput("to", "clock.backwards");
        }
        jobs.whileExecutorRests(() -> {
            runDue();
            for (Optional<Instant> next = nextUpTo(target); next.isPresent(); next = nextUpTo(target)) {
                set(next.get());
                // Somebody else may have done it meanwhile; only what stays due and does not run must not hold the
                // clock.
                if (runDue() == 0 && nextUpTo(target).equals(next)) {
                    break;
                }
            }
            set(target);
            runDue();
        });
        events.publishEvent(new ClockMoved(now()));
        return now();
    }

    private int runDue() {
        return work.stream().mapToInt(DueWork::runDue).sum();
    }

    private Optional<Instant> nextUpTo(Instant target) {
        return work.stream()
                .map(DueWork::nextDue)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .filter(due -> !due.isAfter(target));
    }

    /** Never backwards: a job that was due already runs at the present moment. */
    private void set(Instant moment) {
        if (moment.isAfter(now())) {
            MovableClock.offset(MovableClock.distanceTo(moment));
            state.keepClockOffset(MovableClock.offset());
        }
    }
}
