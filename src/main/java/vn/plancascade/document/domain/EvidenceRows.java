package vn.plancascade.document.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import vn.plancascade.document.EvidenceFormat;
import vn.plancascade.document.StoredEvidence;
import vn.plancascade.kernel.Rows;
import vn.plancascade.kernel.Sha256;

/** The rows of evidence, apart from their contents, which lists do not read. */
@Repository
class EvidenceRows {

    private static final RowMapper<StoredEvidence> ROW = (row, n) -> new StoredEvidence(
            row.getLong("id"),
            row.getString("subject"),
            row.getString("unit_code"),
            row.getString("item"),
            EvidenceFormat.valueOf(row.getString("format")),
            row.getString("file_name"),
            row.getLong("size_bytes"),
            row.getString("sha256"),
            row.getString("uploaded_by"),
            Rows.instant(row, "uploaded_at"));

    private final JdbcClient jdbc;
    private final Clock clock;

    EvidenceRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those of a round, in the order in which they came. */
    List<StoredEvidence> of(String subject, int round) {
        return jdbc.sql("""
                        select * from evidence_file where subject = :subject and from_round <= :round
                          and (until_round is null or until_round >= :round) order by id""")
                .param("subject", subject)
                .param("round", round)
                .query(ROW)
                .list();
    }

    /** @return the new row's id */
    long insert(
            String subject,
            String unitCode,
            String item,
            int round,
            EvidenceFormat format,
            String fileName,
            byte[] content,
            String login) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into evidence_file (subject, unit_code, item, from_round, format, file_name, size_bytes, sha256,
                          uploaded_by, uploaded_at)
                        values (:subject, :unit, :item, :round, :format, :name, :size, :sha256, :login, :now)""")
                .param("subject", subject)
                .param("unit", unitCode)
                .param("item", item)
                .param("round", round)
                .param("format", format.name())
                .param("name", fileName)
                .param("size", content.length)
                .param("sha256", Sha256.of(content))
                .param("login", login)
                .param("now", offset(clock.instant()))
                .update(key, "id");
        long id = key.getKeyAs(Number.class).longValue();
        jdbc.sql("insert into evidence_content (evidence_id, content) values (?, ?)")
                .param(id)
                .param(content)
                .update();
        return id;
    }

    byte[] content(long id) {
        return jdbc.sql("select content from evidence_content where evidence_id = :id")
                .param("id", id)
                .query((row, n) -> row.getBytes(1))
                .single();
    }

    /** @param which a condition on {@code evidence_file} with the parameter {@code key} */
    void delete(String which, Object key) {
        jdbc.sql("delete from evidence_content where evidence_id in (select id from evidence_file where " + which + ")")
                .param("key", key)
                .update();
        jdbc.sql("delete from evidence_file where " + which).param("key", key).update();
    }
}
