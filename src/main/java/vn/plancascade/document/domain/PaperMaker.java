package vn.plancascade.document.domain;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.plancascade.document.DocumentFormat;
import vn.plancascade.document.PaperSource;
import vn.plancascade.document.PaperSource.Edition;
import vn.plancascade.document.domain.FrozenPapers.Frozen;
import vn.plancascade.document.layout.JdbcLayouts;

/**
 * Makes files of what issued documents say. Whoever only reads does not write: a file that is missing then is made in the
 * background, in a transaction of its own, while the reader waits a little.
 */
@Component
class PaperMaker implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(PaperMaker.class);
    private static final int THREADS = 2;
    private static final int READER_WAITS_SECONDS = 15;

    private final FrozenPapers frozen;
    private final JdbcDocuments documents;
    private final JdbcLayouts layouts;
    private final TransactionTemplate transaction;
    private final ExecutorService background = Executors.newFixedThreadPool(THREADS, work -> {
        Thread making = new Thread(work, "documents");
        making.setDaemon(true);
        return making;
    });

    PaperMaker(
            FrozenPapers frozen,
            JdbcDocuments documents,
            JdbcLayouts layouts,
            PlatformTransactionManager transactions) {
        this.frozen = frozen;
        this.documents = documents;
        this.layouts = layouts;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Keeps what an edition says, in the present words and layout, unless it is kept already. */
    void freeze(PaperSource source, String subject, Edition edition) {
        if (!frozen.has(subject, edition.number())) {
            frozen.keep(
                    subject,
                    edition.number(),
                    new Frozen(source.write(subject, edition.number()), layouts.versionInForce(edition.kind())));
        }
    }

    /** Files that could not be made in time are there the next time. */
    void make(PaperSource source, String subject, List<Edition> editions) {
        if (TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            editions.forEach(edition -> write(source, subject, edition));
            return;
        }
        Future<?> made = background.submit(() -> editions.forEach(
                edition -> transaction.executeWithoutResult(status -> write(source, subject, edition))));
        try {
            made.get(READER_WAITS_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException later) {
            LOG.info("The files of {} are being made", subject);
        } catch (ExecutionException failed) {
            LOG.error("The files of {} could not be made", subject, failed.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(PaperSource source, String subject, Edition edition) {
        // Issued before this was kept: from now on it stays as it is.
        freeze(source, subject, edition);
        Frozen said = frozen.find(subject, edition.number()).orElseThrow();
        JdbcLayouts.Rendered rendered = layouts.render(said.document(), said.layoutVersion());
        for (DocumentFormat format : DocumentFormat.values()) {
            documents.made(
                    new JdbcDocuments.Row(
                            subject,
                            edition.unitCode(),
                            edition.kind(),
                            edition.number(),
                            format,
                            edition.fileName() + "." + format),
                    rendered.in(format));
        }
    }

    @Override
    public void destroy() {
        background.shutdown();
    }
}
