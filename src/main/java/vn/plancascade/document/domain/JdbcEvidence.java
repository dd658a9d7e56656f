package vn.plancascade.document.domain;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.document.Documents;
import vn.plancascade.document.Documents.Upload;
import vn.plancascade.document.Evidence;
import vn.plancascade.document.EvidenceFormat;
import vn.plancascade.document.StoredEvidence;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Sha256;

/** Evidence in the database; each file knows the rounds of approval that had it. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class JdbcEvidence implements Evidence {

    private final EvidenceRows rows;
    private final JdbcClient jdbc;

    JdbcEvidence(EvidenceRows rows, JdbcClient jdbc) {
        this.rows = rows;
        this.jdbc = jdbc;
    }

    @Override
    public StoredEvidence add(String subject, String unitCode, String item, int round, Upload file, String login) {
        EvidenceFormat format = EvidenceCheck.format(file);
        String sha256 = Sha256.of(file.content());
        List<StoredEvidence> present = of(subject, round);
        Optional<StoredEvidence> same = present.stream()
                .filter(known -> known.item().equals(item) && known.sha256().equals(sha256))
                .findFirst();
        if (same.isPresent()) {
            return same.get();
        }
        long held = present.stream().mapToLong(StoredEvidence::size).sum();
        if (present.size() >= MOST_FILES || held + file.content().length > MOST_BYTES) {
            throw new InvalidInput(EvidenceCheck.FIELD, "attachment.tooMany", MOST_FILES, MOST_BYTES / 1024 / 1024);
        }
        String name = Documents.fileName(file.fileName(), "minh-chung", format.name());
        long id = rows.insert(subject, unitCode, item, round, format, name, file.content(), login);
        return of(subject, round).stream()
                .filter(kept -> kept.id() == id)
                .findFirst()
                .orElseThrow();
    }

    @Override
    @Transactional(readOnly = true)
    public List<StoredEvidence> of(String subject, int round) {
        return rows.of(subject, round);
    }

    @Override
    @Transactional(readOnly = true)
    public byte[] content(long id) {
        return rows.content(id);
    }

    @Override
    public void remove(long id, int round) {
        int kept = jdbc.sql("update evidence_file set until_round = :before where id = :id and from_round < :round")
                .param("before", round - 1)
                .param("id", id)
                .param("round", round)
                .update();
        if (kept == 0) {
            rows.delete("id = :key", id);
        }
    }

    @Override
    public void issued(String subject, int round) {
        int known = jdbc.sql("update evidence_issued set round = :round where subject = :subject")
                .param("round", round)
                .param("subject", subject)
                .update();
        if (known == 0) {
            jdbc.sql("insert into evidence_issued (subject, round) values (:subject, :round)")
                    .param("round", round)
                    .param("subject", subject)
                    .update();
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Integer> issuedRound(String subject) {
        return jdbc.sql("select round from evidence_issued where subject = :subject")
                .param("subject", subject)
                .query(Integer.class)
                .optional();
    }

    @Override
    public void discard(String subject) {
        rows.delete(
                "subject = :key and from_round > coalesce("
                        + "(select max(i.round) from evidence_issued i where i.subject = evidence_file.subject), 0)",
                subject);
    }
}
