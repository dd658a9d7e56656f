package vn.plancascade.followup.domain;

import static vn.plancascade.kernel.Rows.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.followup.DeadlinePolicies.Version;
import vn.plancascade.kernel.VietnamTime;

/** The decision tables that were put in force, each with who did it and when; none is ever changed or removed. */
@Repository
public class PolicyVersions {

    private static final RowMapper<Version> VERSION = PolicyVersions::version;

    private final JdbcClient jdbc;

    PolicyVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The engine's id of the newest; empty while nobody has replaced the product's own. */
    public Optional<String> definitionInForce() {
        return jdbc.sql("select definition_id from deadline_policy order by version desc fetch first 1 row only")
                .query(String.class)
                .optional();
    }

    /** Newest first. */
    List<Version> all() {
        return jdbc.sql(
                        "select version, file_name, sha256, uploaded_by, uploaded_at from deadline_policy order by version desc")
                .query(VERSION)
                .list();
    }

    Optional<String> content(int version) {
        return jdbc.sql("select content from deadline_policy where version = :version")
                .param("version", version)
                .query(String.class)
                .optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException if somebody else has added this version meanwhile */
    void add(Version version, String content, String definitionId) {
        jdbc.sql("""
                        insert into deadline_policy (version, file_name, content, sha256, definition_id, uploaded_by, uploaded_at)
                        values (:version, :fileName, :content, :sha256, :definition, :by, :at)""")
                .param("version", version.version())
                .param("fileName", version.fileName())
                .param("content", content)
                .param("sha256", version.sha256())
                .param("definition", definitionId)
                .param("by", version.uploadedBy())
                .param("at", version.uploadedAt())
                .update();
    }

    private static Version version(ResultSet row, int n) throws SQLException {
        return new Version(
                row.getInt("version"),
                row.getString("file_name"),
                row.getString("sha256"),
                row.getString("uploaded_by"),
                VietnamTime.offset(instant(row, "uploaded_at")));
    }
}
