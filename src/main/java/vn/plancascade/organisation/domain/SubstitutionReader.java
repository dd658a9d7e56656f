package vn.plancascade.organisation.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Scope;
import vn.plancascade.organisation.SigningForm;
import vn.plancascade.organisation.Substitution;
import vn.plancascade.organisation.Substitutions.Candidate;
import vn.plancascade.organisation.Valid;

/** Windows in which somebody acts for a head, and who could act. */
@Repository
class SubstitutionReader {

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final Clock clock;

    SubstitutionReader(JdbcClient jdbc, Organisation organisation, Clock clock) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.clock = clock;
    }

    Page<Substitution> search(Actor actor, String unitCode, boolean current, PageRequest page) {
        Scope scope = organisation.scopeOf(actor);
        Map<String, Object> params = new HashMap<>(scope.params());
        String where = " from substitution where " + scope.condition("unit_code");
        if (unitCode != null) {
            where += " and unit_code = :unit";
            params.put("unit", unitCode);
        }
        if (current) {
            where += " and ended_at is null and to_day >= :today";
            params.put("today", today());
        }
        long total = jdbc.sql("select count(*)" + where)
                .params(params)
                .query(Long.class)
                .single();
        List<Substitution> items = jdbc.sql(
                        "select *" + where + " order by from_day desc, id desc limit :size offset :offset")
                .params(params)
                .param("size", page.size())
                .param("offset", page.offset())
                .query(SubstitutionTable.SUBSTITUTION)
                .list();
        return new Page<>(items, page.page(), page.size(), total);
    }

    List<Substitution> inForceFor(String login) {
        return jdbc.sql("""
                        select * from substitution where absent = :login and ended_at is null and from_day <= :day and to_day >= :day
                        union all
                        select * from substitution where substitute = :login and ended_at is null and from_day <= :day
                          and to_day >= :day""")
                .param("login", login)
                .param("day", today())
                .query(SubstitutionTable.SUBSTITUTION)
                .list();
    }

    List<Substitution> actingOf(String substitute) {
        return jdbc.sql("""
                        select * from substitution where substitute = :login and ended_at is null and to_day >= :day
                        order by from_day""")
                .param("login", substitute)
                .param("day", today())
                .query(SubstitutionTable.SUBSTITUTION)
                .list();
    }

    List<Candidate> candidates(String unitCode) {
        List<Candidate> candidates = new ArrayList<>();
        jdbc.sql("""
                        select distinct p.*, r.unit_code as of_unit, 'KT' as form from person p join role_assignment r on r.login = p.login
                        where p.enabled and r.unit_code = :unit and r.role in ('deputy', 'leaderInCharge') and %1$s
                        union
                        select distinct p.*, r.unit_code as of_unit, 'TL' as form from person p join role_assignment r on r.login = p.login
                          join unit_relation b on b.unit_code = r.unit_code
                        where p.enabled and b.superior_code = :unit and %2$s and r.role = 'head'
                          and r.substitution_id is null and %1$s
                        order by form, of_unit, login""".formatted(Valid.onDay("r"), Valid.onDay("b")))
                .param("unit", unitCode)
                .param("day", today())
                .query(row -> {
                    candidates.add(new Candidate(
                            PersonReader.PERSON.mapRow(row, 0),
                            SigningForm.valueOf(row.getString("form")),
                            row.getString("of_unit")));
                });
        return candidates;
    }

    private LocalDate today() {
        return VietnamTime.dayOf(clock.instant());
    }
}
