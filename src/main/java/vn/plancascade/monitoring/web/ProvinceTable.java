package vn.plancascade.monitoring.web;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.DutyFigures;
import vn.plancascade.deadline.DutyFigures.By;
import vn.plancascade.deadline.Lateness;
import vn.plancascade.deadline.Measures;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.monitoring.web.Contacts.Contact;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Scope;
import vn.plancascade.web.Texts;

/** The figures of each province, superior or kind of unit, one row each. */
@Component
class ProvinceTable {

    /** In the order of the page and the file. */
    static final List<String> COLUMNS = List.of(
            "name",
            "expected",
            "actual",
            "rate",
            "rateOnTime",
            "rateOnTimeOriginal",
            "overdue",
            "median",
            "ninetieth",
            "oldest",
            "returned",
            "extended",
            "waived",
            "unanswered",
            "lastContact",
            "own");

    private final DutyFigures figures;
    private final Contacts contacts;
    private final Organisation organisation;
    private final Texts texts;

    ProvinceTable(DutyFigures figures, Contacts contacts, Organisation organisation, Texts texts) {
        this.figures = figures;
        this.contacts = contacts;
        this.organisation = organisation;
        this.texts = texts;
    }

    List<Row> of(MonitorFilter filter, By by, Scope scope) {
        Map<String, Measures> measures = figures.summary(filter.duties(), by, scope);
        Map<String, Lateness> lateness = figures.lateness(filter.duties(), by, scope);
        Map<String, Contact> contact = filter.isPast() ? Map.of() : contacts.of(filter.duties(), by, scope);
        Map<String, String> names =
                switch (by) {
                    case province -> organisation.provinces();
                    case superior -> organisation.unitNames(measures.keySet());
                    default -> Map.of();
                };
        return measures.entrySet().stream()
                .map(entry -> new Row(
                        entry.getKey(),
                        name(by, entry.getKey(), names),
                        entry.getValue(),
                        lateness.getOrDefault(entry.getKey(), Lateness.NONE),
                        contact.getOrDefault(entry.getKey(), Contact.NONE),
                        address(filter, by, entry.getKey())))
                .sorted(ProvinceOrder.of(filter.sort()))
                .toList();
    }

    private String name(By by, String code, Map<String, String> names) {
        if (code.isEmpty()) {
            return texts.of("monitor.none");
        }
        return by == By.unitKind ? texts.of("unitKind." + code) : names.getOrDefault(code, code);
    }

    /** The overdue ones of the row; null where no filter finds those without a province. */
    private static String address(MonitorFilter filter, By by, String code) {
        return code.isEmpty()
                ? null
                : filter.list()
                        .with(by.name(), code)
                        .with("overdue", true)
                        .with("sort", "-daysLate")
                        .toString();
    }

    /**
     * @param key the code of the province or unit, or the kind; empty where duties belong to none
     * @param contact none for a day that is past
     * @param address the list of what is overdue there, or null
     */
    record Row(String key, String name, Measures measures, Lateness lateness, Contact contact, String address) {

        public long waived() {
            return measures.byState().getOrDefault(ObligationState.waived, 0L);
        }

        /** How dark the row's number of overdue ones is, from 0 to 5: by the share of what is expected. */
        public int heat() {
            return measures.overdue() == 0 || measures.expected() == 0
                    ? 0
                    : (int) Math.max(1, Math.ceil(5.0 * measures.overdue() / measures.expected()));
        }
    }
}
