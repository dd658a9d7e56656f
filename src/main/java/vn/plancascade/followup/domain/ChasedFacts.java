package vn.plancascade.followup.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.WorkStep;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Person;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.UnitKind;

/** What a letter tells of chased units besides how late they are. */
@Repository
class ChasedFacts {

    private static final int CHUNK = 1_000;

    private final JdbcClient jdbc;
    private final Organisation organisation;

    ChasedFacts(JdbcClient jdbc, Organisation organisation) {
        this.jdbc = jdbc;
        this.organisation = organisation;
    }

    /**
     * @param province its code, blank where the unit lies in none, and its name
     * @param contact name and address of the focal contact, else the unit's address; blank where there is neither
     */
    record Facts(UnitKind kind, String province, String provinceName, WorkStep step, String contact) {}

    /** By the duties' ids. */
    Map<Long, Facts> of(Collection<OverdueUnit> units) {
        Map<String, String> contacts = contacts(units);
        Map<String, String> provinces = organisation.provinces();
        Map<Long, Facts> facts = new HashMap<>();
        List<Long> ids = units.stream().map(OverdueUnit::obligation).toList();
        for (int from = 0; from < ids.size(); from += CHUNK) {
            jdbc.sql("""
                            select o.id, o.unit_code, o.kind as duty, o.state, o.times_returned, u.kind, u.province_code
                            from obligation o join unit u on u.code = o.unit_code where o.id in (:ids)""")
                    .param("ids", ids.subList(from, Math.min(from + CHUNK, ids.size())))
                    .query(row -> {
                        String province = row.getString("province_code");
                        facts.put(
                                row.getLong("id"),
                                new Facts(
                                        UnitKind.valueOf(row.getString("kind")),
                                        province == null ? "" : province,
                                        provinces.get(province),
                                        WorkStep.of(
                                                DutyKind.valueOf(row.getString("duty")),
                                                ObligationState.valueOf(row.getString("state")),
                                                row.getInt("times_returned")),
                                        contacts.getOrDefault(row.getString("unit_code"), "")));
                    });
        }
        return facts;
    }

    private Map<String, String> contacts(Collection<OverdueUnit> units) {
        Map<String, String> contacts = new HashMap<>();
        units.stream()
                .filter(unit -> unit.email() != null)
                .forEach(unit -> contacts.put(unit.unitCode(), unit.email()));
        List<String> codes =
                new ArrayList<>(units.stream().map(OverdueUnit::unitCode).collect(Collectors.toSet()));
        for (int from = 0; from < codes.size(); from += CHUNK) {
            organisation
                    .holders(Role.focalContact, codes.subList(from, Math.min(from + CHUNK, codes.size())))
                    .forEach((unit, people) -> contacts.put(unit, contact(people.get(0))));
        }
        return contacts;
    }

    /** Whom to ask, in one line. */
    static String contact(Person person) {
        return person.email() == null ? person.fullName() : person.fullName() + ", " + person.email();
    }
}
