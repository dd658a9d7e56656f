package vn.plancascade.monitoring.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.plancascade.organisation.Actor;

/** What a unit that the caller may see has owed, and how it kept to it. */
@RestController
@RequestMapping("/api/v1/units/{code}/record")
class UnitRecordController {

    private final UnitRecords records;

    UnitRecordController(UnitRecords records) {
        this.records = records;
    }

    @GetMapping
    UnitRecord record(Actor actor, @PathVariable String code) {
        return records.of(actor, code);
    }
}
