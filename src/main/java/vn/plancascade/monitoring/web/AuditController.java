package vn.plancascade.monitoring.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.plancascade.audit.Audit;
import vn.plancascade.audit.AuditEntry;
import vn.plancascade.audit.AuditQuery;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.web.Texts;

/** Who did what, the newest first: for administrators all of it, for inspectors what concerns the units that they watch over. */
@RestController
@RequestMapping("/api/v1/audit")
class AuditController {

    private static final int AT_ONCE = 500;

    private final Audit audit;
    private final AuditTexts lines;
    private final ListExport export;
    private final Texts texts;

    AuditController(Audit audit, AuditTexts lines, ListExport export, Texts texts) {
        this.audit = audit;
        this.lines = lines;
        this.export = export;
        this.texts = texts;
    }

    /** Read on by {@code after} with what {@code next} told. */
    @GetMapping
    Part list(Actor actor, @ParameterObject AuditFilter filter) {
        AuditPart part = AuditPart.of(audit, actor, filter);
        return new Part(lines.of(part.entries()).stream().map(AuditItem::of).toList(), filter.lines(), part.next());
    }

    @GetMapping("/export")
    ResponseEntity<Resource> export(
            Actor actor,
            @ParameterObject AuditFilter filter,
            @RequestParam(required = false) Listing.Format format,
            HttpServletRequest request)
            throws IOException {
        AuditQuery query = filter.query();
        // Whoever may not is told so before a file is begun.
        audit.find(actor, query, 1);
        Listing list = new Listing(
                "audit.file",
                texts.of("audit.title"),
                filter.inWords(texts),
                Stream.of("at", "who", "whoName", "what", "unit", "unitName", "plan", "duty", "subject", "detail")
                        .map(column -> texts.of("audit." + column))
                        .toList(),
                () -> audit.count(actor, query),
                writer -> each(actor, query, writer));
        return export.answer(list, format, request);
    }

    private void each(Actor actor, AuditQuery query, Consumer<List<Object>> writer) {
        List<AuditEntry> read = new ArrayList<>(AT_ONCE);
        audit.each(actor, query, entry -> {
            read.add(entry);
            if (read.size() == AT_ONCE) {
                write(read, writer);
                read.clear();
            }
        });
        write(read, writer);
    }

    private void write(List<AuditEntry> entries, Consumer<List<Object>> writer) {
        lines.of(entries)
                .forEach(line -> writer.accept(Arrays.asList(
                        line.entry().at().atZone(VietnamTime.ZONE).toLocalDateTime(),
                        line.entry().who(),
                        line.entry().whoName(),
                        line.text(),
                        line.entry().unit(),
                        line.entry().unitName(),
                        line.plan(),
                        line.duty(),
                        line.subject(),
                        line.entry().detail())));
    }

    /** @param next what to send as {@code after} for the part that follows; null at the end */
    record Part(List<AuditItem> items, int size, String next) {}
}
