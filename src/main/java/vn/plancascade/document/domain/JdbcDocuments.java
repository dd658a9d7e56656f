package vn.plancascade.document.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.document.DocumentKind;
import vn.plancascade.document.Documents;
import vn.plancascade.document.StoredDocument;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.Rows;

/** Files in the database: they are there, or not, together with the step that took them in. */
@Service
class JdbcDocuments implements Documents {

    private static final int NAME_LENGTH = 200;

    private static final RowMapper<StoredDocument> DOCUMENT = (row, n) -> new StoredDocument(
            row.getLong("id"),
            row.getString("subject"),
            row.getString("unit_code"),
            DocumentKind.valueOf(row.getString("kind")),
            row.getString("format"),
            row.getString("file_name"),
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
    public StoredDocument add(String subject, String unitCode, DocumentKind kind, Upload file, String login) {
        SignedPdf.check(file);
        String sha256 = sha256(file.content());
        return of(subject).stream()
                .filter(known -> known.sha256().equals(sha256))
                .findFirst()
                .orElseGet(() -> insert(subject, unitCode, kind, file, sha256, login));
    }

    private StoredDocument insert(
            String subject, String unitCode, DocumentKind kind, Upload file, String sha256, String login) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into document_file
                          (subject, unit_code, kind, format, file_name, size_bytes, sha256, uploaded_by, uploaded_at)
                        values (:subject, :unit, :kind, 'pdf', :name, :size, :sha256, :login, :now)""")
                .param("subject", subject)
                .param("unit", unitCode)
                .param("kind", kind.name())
                .param("name", name(file.fileName()))
                .param("size", file.content().length)
                .param("sha256", sha256)
                .param("login", login)
                .param("now", offset(clock.instant()))
                .update(key, "id");
        long id = key.getKeyAs(Number.class).longValue();
        jdbc.sql("insert into document_content (document_id, content) values (?, ?)")
                .param(id)
                .param(file.content())
                .update();
        return find(id).orElseThrow();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void attach(long id, String subject) {
        jdbc.sql("update document_file set subject = :subject where id = :id")
                .param("subject", subject)
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

    /** The last part of whatever path a browser sends, on one line. */
    private static String name(String sent) {
        String name = sent == null ? null : Names.clean(Names.line(sent.substring(lastSlash(sent) + 1)));
        if (name == null) {
            return "van-ban.pdf";
        }
        return name.length() <= NAME_LENGTH ? name : name.substring(0, NAME_LENGTH);
    }

    private static int lastSlash(String path) {
        return Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
