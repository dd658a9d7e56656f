package vn.plancascade.document.layout;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.document.DocumentFormat;
import vn.plancascade.document.DocumentKind;
import vn.plancascade.document.Documents;
import vn.plancascade.document.Documents.Upload;
import vn.plancascade.document.Layouts;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.kernel.Act;
import vn.plancascade.kernel.ActWord;
import vn.plancascade.kernel.NotAllowed;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.Rows;
import vn.plancascade.kernel.Sha256;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.UnitKind;

/** Layouts in the database, above the product's own. */
@Service
public class JdbcLayouts implements Layouts {

    private static final RowMapper<Version> VERSION = (row, n) -> new Version(
            DocumentKind.valueOf(row.getString("kind")),
            row.getInt("version"),
            row.getString("file_name"),
            row.getString("sha256"),
            row.getString("uploaded_by"),
            offset(Rows.instant(row, "uploaded_at")));

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JdbcLayouts(JdbcClient jdbc, Organisation organisation, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.events = events;
        this.clock = clock;
    }

    /** Lays a document out with the layout in force; the PDF is printed from the Word file. */
    public Rendered render(OfficialDocument document) {
        return render(inForce(document.kind()), document);
    }

    /** The same with the layout as it was. */
    public Rendered render(OfficialDocument document, int version) {
        return render(content(document.kind(), version), document);
    }

    /** 0 for the product's own. */
    public int versionInForce(DocumentKind kind) {
        return newest(kind).map(Version::version).orElse(0);
    }

    private static Rendered render(byte[] layout, OfficialDocument document) {
        return new Rendered(LayoutFiller.fill(layout, document), document.subject());
    }

    /** The same document in both formats. */
    public record Rendered(byte[] docx, String title) {

        public byte[] in(DocumentFormat format) {
            return format == DocumentFormat.pdf ? PdfPrinter.print(docx, title) : docx;
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<Version> inForce(Actor actor) {
        requireOffice(actor);
        return Arrays.stream(DocumentKind.values())
                .filter(DocumentKind::isWritten)
                .map(kind -> newest(kind).orElseGet(() -> own(kind)))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Version> versions(Actor actor, DocumentKind kind) {
        requireOffice(actor);
        requireWritten(kind);
        List<Version> versions =
                new ArrayList<>(jdbc.sql("select * from document_layout where kind = :kind order by version desc")
                        .param("kind", kind.name())
                        .query(VERSION)
                        .list());
        versions.add(own(kind));
        return versions;
    }

    @Override
    @Transactional(readOnly = true)
    public byte[] content(Actor actor, DocumentKind kind, Integer version) {
        requireOffice(actor);
        requireWritten(kind);
        return version == null ? inForce(kind) : content(kind, version);
    }

    @Override
    @Transactional
    public Version replace(Actor actor, DocumentKind kind, Upload file) {
        requireOffice(actor);
        requireWritten(kind);
        LayoutCheck.check(kind, file);
        return add(actor, kind, file.fileName(), file.content());
    }

    @Override
    @Transactional
    public Version restore(Actor actor, DocumentKind kind, int version) {
        Version chosen = versions(actor, kind).stream()
                .filter(each -> each.version() == version)
                .findFirst()
                .orElseThrow(() -> new NotFound("layout.unknown"));
        return add(actor, kind, chosen.fileName(), content(kind, version));
    }

    @Override
    @Transactional(readOnly = true)
    public byte[] preview(Actor actor, DocumentKind kind, Upload file, DocumentFormat format) {
        requireOffice(actor);
        requireWritten(kind);
        if (file != null) {
            LayoutCheck.check(kind, file);
        }
        OfficialDocument sample = SampleDocument.of(kind);
        return render(file == null ? inForce(kind) : file.content(), sample).in(format);
    }

    private Version add(Actor actor, DocumentKind kind, String fileName, byte[] content) {
        String sha256 = Sha256.of(content);
        Optional<Version> last = newest(kind);
        if (last.filter(known -> known.sha256().equals(sha256)).isPresent()) {
            return last.get();
        }
        OffsetDateTime now = offset(clock.instant());
        Version added = new Version(
                kind,
                last.map(Version::version).orElse(0) + 1,
                Documents.fileName(fileName, kind.name(), DocumentFormat.docx.name()),
                sha256,
                actor.login(),
                now);
        jdbc.sql("""
                        insert into document_layout (kind, version, file_name, sha256, content, uploaded_by, uploaded_at)
                        values (:kind, :version, :name, :sha256, :content, :login, :now)""")
                .param("kind", kind.name())
                .param("version", added.version())
                .param("name", added.fileName())
                .param("sha256", sha256)
                .param("content", content)
                .param("login", actor.login())
                .param("now", now)
                .update();
        events.publishEvent(
                Act.of(ActWord.layoutReplaced, actor.login()).about(kind).saying(added.fileName()));
        return added;
    }

    private Optional<Version> newest(DocumentKind kind) {
        return jdbc.sql("select * from document_layout where kind = :kind order by version desc limit 1")
                .param("kind", kind.name())
                .query(VERSION)
                .optional();
    }

    private byte[] inForce(DocumentKind kind) {
        return newest(kind).map(version -> content(kind, version.version())).orElseGet(() -> StandardLayout.of(kind));
    }

    private byte[] content(DocumentKind kind, int version) {
        return version == 0
                ? StandardLayout.of(kind)
                : jdbc.sql("select content from document_layout where kind = :kind and version = :version")
                        .param("kind", kind.name())
                        .param("version", version)
                        .query((row, n) -> row.getBytes(1))
                        .optional()
                        .orElseThrow(() -> new NotFound("layout.unknown"));
    }

    private static Version own(DocumentKind kind) {
        return new Version(kind, 0, kind + ".docx", Sha256.of(StandardLayout.of(kind)), null, null);
    }

    private static void requireWritten(DocumentKind kind) {
        if (!kind.isWritten()) {
            throw new NotFound("layout.unknown");
        }
    }

    @Override
    @Transactional(readOnly = true)
    public boolean areOf(Actor actor) {
        return actor.holds(Role.administrator)
                || actor.roles().stream()
                        .filter(held -> held.role() == Role.clerk)
                        .anyMatch(held -> organisation
                                .unit(held.unitCode())
                                .filter(unit -> unit.kind() == UnitKind.MOH)
                                .isPresent());
    }

    private void requireOffice(Actor actor) {
        if (!areOf(actor)) {
            throw new NotAllowed("layout.notOffice");
        }
    }
}
