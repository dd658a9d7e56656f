package vn.plancascade.engine;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;

/** The engine's job executor, which also knows the jobs that it has in hand: those that wait for a thread or run in one. */
class TrackedJobExecutor extends SpringJobExecutor {

    private final Set<String> inHand = ConcurrentHashMap.newKeySet();

    /** Whether this program still means to run the job. A lock on any other is what a failure left behind. */
    boolean hasInHand(String jobId) {
        return inHand.contains(jobId);
    }

    /** What was turned away when the executor stopped last is not asked for again. */
    @Override
    protected void startExecutingJobs() {
        inHand.clear();
        super.startExecutingJobs();
    }

    @Override
    public Runnable getExecuteJobsRunnable(List<String> jobIds, ProcessEngineImpl engine) {
        inHand.addAll(jobIds);
        return new Run(jobIds, engine);
    }

    private final class Run extends ExecuteJobsRunnable {

        Run(List<String> jobIds, ProcessEngineImpl engine) {
            super(jobIds, engine);
        }

        @Override
        public void run() {
            try {
                super.run();
            } finally {
                jobIds.forEach(inHand::remove);
            }
        }

        /** Also of a job that came up while the thread was at work, and that it goes on with at once. */
        @Override
        protected void executeJob(String jobId, CommandExecutor commands, JobFailureCollector failures) {
            inHand.add(jobId);
            try {
                super.executeJob(jobId, commands, failures);
            } finally {
                inHand.remove(jobId);
            }
        }
    }
}
