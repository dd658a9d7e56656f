package vn.plancascade.monitoring.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.plancascade.monitoring.web.UnitRecord.DutyOfUnit;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.web.PageController;
import vn.plancascade.web.Texts;

/** A unit's record as a page: its duties year by year, who works there, and what stands above it. */
@PageController
class UnitRecordPages {

    private final UnitRecords records;
    private final Organisation organisation;
    private final Texts texts;

    UnitRecordPages(UnitRecords records, Organisation organisation, Texts texts) {
        this.records = records;
        this.organisation = organisation;
        this.texts = texts;
    }

    @GetMapping("/units/{code}/record")
    String show(Actor actor, @PathVariable String code, Model model) {
        UnitRecord record = records.of(actor, code);
        Map<Integer, List<DutyOfUnit>> years = record.duties().stream()
                .collect(Collectors.groupingBy(
                        DutyOfUnit::year,
                        () -> new TreeMap<>(java.util.Comparator.reverseOrder()),
                        Collectors.toList()));
        model.addAttribute("record", record);
        model.addAttribute("years", years);
        model.addAttribute("grid", grid(record.duties()));
        model.addAttribute("province", organisation.provinces().get(record.provinceCode()));
        return "unit-record";
    }

    /** Each kind of duty and part of a year, with what stood there year by year. */
    private Map<String, Map<Integer, List<DutyOfUnit>>> grid(List<DutyOfUnit> duties) {
        return duties.stream()
                .collect(Collectors.groupingBy(
                        duty -> texts.of("dutyKind." + duty.kind()) + partOfYear(duty.period()),
                        TreeMap::new,
                        Collectors.groupingBy(DutyOfUnit::year)));
    }

    /** Without the year, which stands above: 2023-H1 is H1; nothing for the year as a whole. */
    private static String partOfYear(String period) {
        int dash = period.indexOf('-');
        return dash < 0 ? "" : " " + period.substring(dash + 1);
    }
}
