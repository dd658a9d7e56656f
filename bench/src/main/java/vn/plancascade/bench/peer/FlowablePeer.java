package vn.plancascade.bench.peer;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flowable.common.engine.impl.interceptor.Command;
import org.flowable.common.engine.impl.persistence.StrongUuidGenerator;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.ProcessEngineConfiguration;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/** Flowable by the quickest way that was found: many cases in one of its commands, over two threads. */
final class FlowablePeer {

    private static final int BATCH = 100;
    private static final int THREADS = 2;

    private final ProcessEngine engine;
    private final Date deadline = Unit.deadline();

    FlowablePeer(DataSource database) throws SQLException {
        StandaloneProcessEngineConfiguration config = new StandaloneProcessEngineConfiguration();
        config.setDataSource(database);
        config.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        config.setHistory("activity");
        config.setIdGenerator(new StrongUuidGenerator());
        config.setAsyncExecutorActivate(false);
        config.setDisableIdmEngine(true);
        config.setDisableEventRegistry(true);
        Map<Object, Object> beans = new HashMap<>();
        beans.put("reminders", new Unit.Reminders());
        beans.put("outbox", new Outbox(database));
        config.setBeans(beans);
        engine = config.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource("peer/flowable.bpmn20.xml")
                .deploy();
    }

    /** Units a second. */
    double commands(int from, int to) throws InterruptedException {
        AtomicInteger next = new AtomicInteger(from);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        long begun = System.nanoTime();
        List<Future<?>> lanes = new ArrayList<>();
        for (int lane = 0; lane < THREADS; lane++) {
            lanes.add(threads.submit(() -> {
                for (int first = next.getAndAdd(BATCH); first < to; first = next.getAndAdd(BATCH)) {
                    begin(first, Math.min(to, first + BATCH));
                }
            }));
        }
        for (Future<?> lane : lanes) {
            try {
                lane.get();
            } catch (ExecutionException failed) {
                throw new IllegalStateException(failed.getCause());
            }
        }
        double found = (to - from) / ((System.nanoTime() - begun) / 1e9);
        threads.shutdown();
        return found;
    }

    private void begin(int from, int to) {
        engine.getManagementService().executeCommand((Command<Void>) context -> {
            for (String code : Unit.codes(from, to)) {
                engine.getRuntimeService().startProcessInstanceByKey("subPlan", code, Unit.variables(code, deadline));
            }
            return null;
        });
    }
}
