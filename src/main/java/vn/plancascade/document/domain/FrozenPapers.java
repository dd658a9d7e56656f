package vn.plancascade.document.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.kernel.OwnJson;

/** What issued documents say, word by word, and in which version of their layout: as it was when they were issued. */
@Repository
class FrozenPapers {

    private final JdbcClient jdbc;
    private final Clock clock;

    FrozenPapers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Frozen(OfficialDocument document, int layoutVersion) {}

    Optional<Frozen> find(String subject, int edition) {
        return jdbc.sql("""
                        select content, layout_version from document_edition
                        where subject = :subject and edition = :edition""")
                .param("subject", subject)
                .param("edition", edition)
                .query((row, n) -> new Frozen(
                        OwnJson.read(row.getString("content"), OfficialDocument.class), row.getInt("layout_version")))
                .optional();
    }

    boolean has(String subject, int edition) {
        return jdbc.sql("select count(*) from document_edition where subject = :subject and edition = :edition")
                        .param("subject", subject)
                        .param("edition", edition)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void keep(String subject, int edition, Frozen frozen) {
        jdbc.sql("""
                        insert into document_edition (subject, edition, layout_version, content, frozen_at)
                        values (:subject, :edition, :version, :content, :now) on conflict do nothing""")
                .param("subject", subject)
                .param("edition", edition)
                .param("version", frozen.layoutVersion())
                .param("content", OwnJson.write(frozen.document()))
                .param("now", offset(clock.instant()))
                .update();
    }
}
