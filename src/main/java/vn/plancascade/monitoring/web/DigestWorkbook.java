package vn.plancascade.monitoring.web;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.ObligationQuery;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.notification.Attachment;
import vn.plancascade.organisation.Scope;
import vn.plancascade.web.Texts;

/** The list behind a digest, as long as a mail with it stays light; longer ones are exported from the page. */
@Component
class DigestWorkbook {

    private static final int MOST_ROWS = 1_000;
    /** Bytes; a third more on the way. The whole mail is to stay below 60 KB. */
    private static final int MOST_BYTES = 36_000;

    private static final List<DutyColumn> COLUMNS = List.of(
            DutyColumn.unit,
            DutyColumn.province,
            DutyColumn.due,
            DutyColumn.daysLate,
            DutyColumn.step,
            DutyColumn.holder);

    private final ListExport export;
    private final DutyListing listing;
    private final Texts texts;
    private final Clock clock;

    DigestWorkbook(ListExport export, DutyListing listing, Texts texts, Clock clock) {
        this.export = export;
        this.listing = listing;
        this.texts = texts;
        this.clock = clock;
    }

    Optional<Attachment> of(ObligationQuery query, Scope scope, long rows, String named, Locale locale) {
        if (rows > MOST_ROWS) {
            return Optional.empty();
        }
        Locale before = LocaleContextHolder.getLocale();
        LocaleContextHolder.setLocale(locale);
        try {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            export.xlsx(listing.of(query, scope, COLUMNS, List.of(named)), file);
            return file.size() > MOST_BYTES
                    ? Optional.empty()
                    : Optional.of(new Attachment(
                            texts.of("export.file", VietnamTime.dayOf(clock.instant())) + ".xlsx",
                            ListExport.XLSX,
                            file.toByteArray()));
        } finally {
            LocaleContextHolder.setLocale(before);
        }
    }
}
