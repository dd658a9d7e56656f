package vn.plancascade.deadline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.DutyLaunch.Batch;
import vn.plancascade.deadline.DutyLaunch.Opened;
import vn.plancascade.deadline.DutyLaunch.Unstarted;
import vn.plancascade.engine.Apart;
import vn.plancascade.engine.TableStatistics;

/**
 * Opens the cases of duties, a batch at a time.
 *
 * <p>A batch takes the next duties that have no case, so that a crash resumes where it was; rows taken by one worker are
 * skipped by another, so that nothing starts twice.
 */
@Service
public class CaseLauncher {

    /** Cases a batch; one batch is one transaction. */
    public static final int BATCH = 100;

    private static final Logger LOG = LoggerFactory.getLogger(CaseLauncher.class);

    private final DutyLaunch launch;
    private final Apart apart;
    private final TableStatistics statistics;

    CaseLauncher(DutyLaunch launch, Apart apart, TableStatistics statistics) {
        this.launch = launch;
        this.apart = apart;
        this.statistics = statistics;
    }

    /** What a kind of duty asks of its process. */
    public interface Cases {

        /** Opens the cases of these duties in the caller's transaction; by the duty's id. */
        Map<Long, Opened> open(List<Unstarted> duties);

        /** Makes it visible to the administrator that a unit's case could not be started. */
        void startFailed(Unstarted duty);
    }

    /**
     * Opens the next cases.
     *
     * @param failedBefore whether this step has failed already: then it goes unit by unit, each in its own transaction, so
     *     that one bad unit is named and stops nobody else
     * @return whether units are left that have no case yet
     */
    @Transactional
    public boolean openNext(Batch of, Cases cases, boolean failedBefore) {
        statistics.keepUp();
        if (failedBefore) {
            openOneByOne(of, cases);
        } else {
            open(launch.take(of, BATCH), cases);
        }
        return launch.anyUnstarted(of);
    }

    /** Opens up to a batch of cases one by one; returns how many. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public int openOneByOne(Batch of, Cases cases) {
        int opened = 0;
        for (int i = 0; i < BATCH; i++) {
            Outcome outcome = openOne(of, cases);
            if (outcome == Outcome.NONE_LEFT) {
                break;
            }
            opened += outcome == Outcome.OPENED ? 1 : 0;
        }
        return opened;
    }

    private void open(List<Unstarted> duties, Cases cases) {
        if (!duties.isEmpty()) {
            launch.started(new LinkedHashMap<>(cases.open(duties)));
        }
    }

    private Outcome openOne(Batch of, Cases cases) {
        Unstarted[] taken = new Unstarted[1];
        try {
            return apart.run(() -> {
                List<Unstarted> next = launch.take(of, 1);
                if (next.isEmpty()) {
                    return Outcome.NONE_LEFT;
                }
                taken[0] = next.get(0);
                open(next, cases);
                return Outcome.OPENED;
            });
        } catch (RuntimeException bad) {
            if (taken[0] == null) {
                throw bad;
            }
            LOG.warn("The case of duty {} of unit {} could not be opened", taken[0].id(), taken[0].unitCode(), bad);
            apart.run(() -> {
                launch.startFailed(taken[0].id(), String.valueOf(bad.getMessage()));
                return null;
            });
            cases.startFailed(taken[0]);
            return Outcome.FAILED;
        }
    }

    private enum Outcome {
        OPENED,
        FAILED,
        NONE_LEFT
    }
}
