package vn.plancascade.organisation.domain;

import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.plancascade.organisation.Valid;
import vn.plancascade.organisation.transfer.ScheduledChanges;

/**
 * Keeps {@code unit_below}: for each unit, itself and all that report to it down the tree, as of one day. Lists are cut to
 * a reader's scope by a join with it; a recursion inside each list was run once a row by H2.
 */
@Component
class UnitTree implements DisposableBean {

    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;
    private final ExecutorService background = Executors.newSingleThreadExecutor(work -> {
        Thread deriving = new Thread(work, "unit-tree");
        deriving.setDaemon(true);
        return deriving;
    });

    UnitTree(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Derives the rows again if the tree has changed, or if it is another day and dated relations may have. Whoever only reads
     * waits for that, and does not write it: what is due today is put in force in the background.
     */
    void refresh(LocalDate today) {
        if (isFresh(today, "")) {
            return;
        }
        if (TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            deriveOnce(today);
        } else {
            CompletableFuture.runAsync(() -> deriveOnce(today), background).join();
        }
    }

    private void deriveOnce(LocalDate today) {
        ownTransaction.executeWithoutResult(status -> {
            // Of two that find it out of date, the second waits here and finds it done.
            if (!isFresh(today, " for update")) {
                derive(today);
            }
        });
    }

    private boolean isFresh(LocalDate today, String lock) {
        return jdbc.sql("select derived_on from tree_state where relation = 'REPORTS_TO'" + lock)
                .query((row, n) -> today.equals(row.getObject(1, LocalDate.class)))
                .single();
    }

    /** Goes no deeper than any tree of units, so that not even a circle could keep it from ending. */
    private void derive(LocalDate today) {
        jdbc.sql(ScheduledChanges.APPLY).param("today", today).update();
        jdbc.sql(ScheduledChanges.DONE).param("today", today).update();
        jdbc.sql("delete from unit_below").update();
        jdbc.sql("""
                        insert into unit_below (superior_code, unit_code)
                        with recursive below(superior, code, depth) as (
                          select u.code, u.code, 0 from unit u
                          union all
                          select b.superior, r.unit_code, b.depth + 1 from below b join unit_relation r on r.superior_code = b.code
                          where %s and b.depth < 20)
                        select distinct superior, code from below""".formatted(Valid.reportsTo("r"))).param("day", today).update();
        jdbc.sql("update tree_state set derived_on = :today where relation = 'REPORTS_TO'")
                .param("today", today)
                .update();
    }

    @Override
    public void destroy() {
        background.shutdown();
    }
}
