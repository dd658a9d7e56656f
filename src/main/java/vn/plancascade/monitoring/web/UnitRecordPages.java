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

/** A unit's record as a page: its duties year by year, who works there, and what stands above it. */
@PageController
class UnitRecordPages {

    private final UnitRecords records;
    private final Organisation organisation;

    UnitRecordPages(UnitRecords records, Organisation organisation) {
        this.records = records;
        this.organisation = organisation;
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
        model.addAttribute("province", organisation.provinces().get(record.provinceCode()));
        return "unit-record";
    }
}
