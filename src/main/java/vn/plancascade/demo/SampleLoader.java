package vn.plancascade.demo;

import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.UnitKind;

/** Writes units with their people in batches; used for the sample and for generated countries of any size. */
@Component
@Profile("demo")
class SampleLoader {

    private static final int BATCH = 1000;

    private final NamedParameterJdbcTemplate jdbc;

    SampleLoader(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    void provinces(List<Map<String, String>> provinces) {
        write(
                "insert into province (code, name) values (:code, :name)",
                provinces.stream().map(row -> Map.<String, Object>copyOf(row)).toList());
    }

    /** Adds the units, superiors first, each that has duties with a head, a drafter and perhaps a clerk. */
    @Transactional
    void units(List<SampleUnit> units, String passwordHash) {
        List<Map<String, Object>> rows = new ArrayList<>();
        List<Map<String, Object>> relations = new ArrayList<>();
        List<Map<String, Object>> people = new ArrayList<>();
        List<Map<String, Object>> roles = new ArrayList<>();
        SampleNames names = new SampleNames();
        for (SampleUnit unit : units) {
            rows.add(SampleRows.unit(unit));
            relation(relations, unit, "PARENT", unit.parentCode());
            relation(relations, unit, "REPORTS_TO", unit.reportsToCode());
            if (UnitKind.valueOf(unit.kind()).hasDuties()) {
                person(people, roles, names, unit, "thutruong", Role.head, unit.headTitle(), passwordHash);
                person(people, roles, names, unit, "chuyenvien", Role.drafter, "Chuyên viên", passwordHash);
                if (unit.clerk()) {
                    person(people, roles, names, unit, "vanthu", Role.clerk, "Văn thư", passwordHash);
                }
            }
        }
        write("""
                insert into unit (code, name, kind, province_code, email, symbol, place, numbering, valid_from, sample)
                values (:code, :name, :kind, :province, :email, :symbol, :place, :numbering, :since, true)""", rows);
        write("""
                insert into unit_relation (unit_code, relation, superior_code, valid_from)
                values (:unit, :relation, :superior, :since)""", relations);
        write(PERSON, people);
        write(ROLE, roles);
        jdbc.update("update tree_state set derived_on = null", Map.of());
    }

    /** Adds one person with roles in one unit. */
    @Transactional
    void person(String login, String name, String unitCode, String title, String passwordHash, Role... held) {
        write(PERSON, List.of(SampleRows.person(login, name, passwordHash)));
        List<Map<String, Object>> roles = new ArrayList<>();
        for (Role role : held) {
            roles.add(SampleRows.role(login, unitCode, role, title));
        }
        write(ROLE, roles);
    }

    private static final String PERSON = """
            insert into person (login, full_name, email, locale, password_hash, enabled, sample)
            values (:login, :name, :email, 'vi', :hash, true, true)""";

    private static final String ROLE = """
            insert into role_assignment (login, unit_code, role, title, valid_from)
            values (:login, :unit, :role, :title, :since)""";

    private static void relation(
            List<Map<String, Object>> relations, SampleUnit unit, String relation, String superior) {
        if (superior != null) {
            relations.add(Map.of(
                    "unit",
                    unit.code(),
                    "relation",
                    relation,
                    "superior",
                    superior,
                    "since",
                    Date.valueOf(SampleRows.SINCE)));
        }
    }

    private static void person(
            List<Map<String, Object>> people,
            List<Map<String, Object>> roles,
            SampleNames names,
            SampleUnit unit,
            String suffix,
            Role role,
            String title,
            String passwordHash) {
        String login = unit.code() + "." + suffix;
        people.add(SampleRows.person(login, names.of(login), passwordHash));
        roles.add(SampleRows.role(login, unit.code(), role, title));
    }

    @SuppressWarnings("unchecked")
    private void write(String sql, List<Map<String, Object>> rows) {
        for (int from = 0; from < rows.size(); from += BATCH) {
            jdbc.batchUpdate(
                    sql, rows.subList(from, Math.min(from + BATCH, rows.size())).toArray(Map[]::new));
        }
    }
}
