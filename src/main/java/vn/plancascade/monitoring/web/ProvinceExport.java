package vn.plancascade.monitoring.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.plancascade.monitoring.web.MonitorPages.Grouping;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.web.Texts;

/** The monitor's table of provinces as a file. */
@RestController
@RequestMapping("/monitor/provinces/export")
class ProvinceExport {

    private final ProvinceTable provinces;
    private final ListExport export;
    private final Organisation organisation;
    private final Formats formats;
    private final Texts texts;

    ProvinceExport(
            ProvinceTable provinces, ListExport export, Organisation organisation, Formats formats, Texts texts) {
        this.provinces = provinces;
        this.export = export;
        this.organisation = organisation;
        this.formats = formats;
        this.texts = texts;
    }

    @GetMapping
    ResponseEntity<Resource> export(
            Actor actor,
            MonitorFilter filter,
            @RequestParam(defaultValue = "province") Grouping by,
            @RequestParam(required = false) Listing.Format format,
            HttpServletRequest request)
            throws IOException {
        List<ProvinceTable.Row> rows = provinces.of(filter, by.by(), organisation.scopeOf(actor));
        List<String> headers = Stream.concat(Stream.of("code"), ProvinceTable.COLUMNS.stream())
                .map(column -> texts.ofOr("monitor.column." + column, column))
                .toList();
        List<String> chosen = Stream.of(
                        filter.plan() == null ? null : texts.of("page.plan") + ": " + filter.plan(),
                        filter.kind() == null ? null : texts.of("dutyKind." + filter.kind()),
                        filter.period(),
                        filter.asOf() == null ? null : texts.of("monitor.asOf") + " " + filter.asOf())
                .filter(java.util.Objects::nonNull)
                .toList();
        return export.answer(
                new Listing(
                        "monitor.provinces.file",
                        texts.of("monitor.provinces"),
                        chosen,
                        headers,
                        () -> rows.size(),
                        writer -> rows.forEach(row -> writer.accept(cells(row)))),
                format,
                request);
    }

    private List<Object> cells(ProvinceTable.Row row) {
        var m = row.measures();
        var l = row.lateness();
        return Arrays.asList(
                row.key(),
                row.name(),
                m.expected(),
                m.actual(),
                formats.percent(m.actual(), m.expected()),
                formats.percent(m.actualOnTime(), m.expected()),
                formats.percent(m.actualOnTimeOriginal(), m.expected()),
                m.overdue(),
                l.median(),
                l.ninetieth(),
                l.oldest(),
                l.returned(),
                l.extended(),
                row.waived(),
                row.contact().unanswered(),
                row.contact().last(),
                row.contact().own() == null
                        ? null
                        : texts.of("step." + row.contact().own()));
    }
}
