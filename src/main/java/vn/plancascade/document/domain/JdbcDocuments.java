package vn.plancascade.document.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.document.DocumentFormat;
import vn.plancascade.document.DocumentKind;
import vn.plancascade.document.Documents;
import vn.plancascade.document.StoredDocument;
import vn.plancascade.kernel.Rows;
import vn.plancascade.kernel.Sha256;

/** Files in the database: they are there, or not, together with the step that took them in. */
@Service
public class JdbcDocuments implements Documents {

    private static final RowMapper<StoredDocument> DOCUMENT = (row, n) -> new StoredDocument(
            row.getLong("id"),
            row.getString("subject"),
            row.getString("unit_code"),
            DocumentKind.valueOf(row.getString("kind")),
            row.getInt("edition"),
            row.getString("format"),
            Documents.fileName(row.getString("file_name"), "van-ban", row.getString("format")),
            row.getLong("size_bytes"),
            row.getString("sha256"),
            row.getString("uploaded_by"),
            Rows.instant(row, "uploaded_at"));

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcDocuments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public StoredDocument add(
            String subject, String unitCode, DocumentKind kind, int edition, Upload file, String login) {
        SignedPdf.check(file);
        String sha256 = Sha256.of(file.content());
        return of(subject).stream()
                .filter(known -> known.sha256().equals(sha256))
                .findFirst()
                .orElseGet(() -> {
                    Row row = new Row(
                            subject,
                            unitCode,
                            kind,
                            edition,
                            DocumentFormat.pdf,
                            Documents.fileName(file.fileName(), "van-ban", DocumentFormat.pdf.name()));
                    insert(row, file.content(), login, null);
                    return of(subject).get(0);
                });
    }

    /** Keeps what the product has made of an edition, once: whoever made it meanwhile was as right. */
    @Transactional
    public void made(Row row, byte[] content) {
        insert(row, content, null, row.subject() + "/" + row.edition() + "/" + row.format());
    }

    /** A document before it has an id. */
    public record Row(
            String subject, String unitCode, DocumentKind kind, int edition, DocumentFormat format, String fileName) {}

    private void insert(Row row, byte[] content, String login, String madeKey) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        int added = jdbc.sql("""
                        insert into document_file (subject, unit_code, kind, edition, format, file_name, size_bytes, sha256,
                          uploaded_by, uploaded_at, made_key)
                        values (:subject, :unit, :kind, :edition, :format, :name, :size, :sha256, :login, :now, :key)
                        on conflict do nothing""")
                .param("subject", row.subject())
                .param("unit", row.unitCode())
                .param("kind", row.kind().name())
                .param("edition", row.edition())
                .param("format", row.format().name())
                .param("name", row.fileName())
                .param("size", content.length)
                .param("sha256", Sha256.of(content))
                .param("login", login)
                .param("now", offset(clock.instant()))
                .param("key", madeKey)
                .update(key, "id");
        if (added == 1) {
            jdbc.sql("insert into document_content (document_id, content) values (?, ?)")
                    .param(key.getKeyAs(Number.class).longValue())
                    .param(content)
                    .update();
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void attach(long id, String subject, int edition) {
        jdbc.sql("update document_file set subject = :subject, edition = :edition where id = :id")
                .param("subject", subject)
                .param("edition", edition)
                .param("id", id)
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<StoredDocument> find(long id) {
        return jdbc.sql("select * from document_file where id = :id")
                .param("id", id)
                .query(DOCUMENT)
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public List<StoredDocument> of(String subject) {
        return jdbc.sql("select * from document_file where subject = :subject order by id desc")
                .param("subject", subject)
                .query(DOCUMENT)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public byte[] content(long id) {
        return jdbc.sql("select content from document_content where document_id = :id")
                .param("id", id)
                .query((row, n) -> row.getBytes(1))
                .single();
    }
}
