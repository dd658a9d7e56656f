package vn.plancascade.organisation.domain;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Directory;
import vn.plancascade.organisation.Person;
import vn.plancascade.organisation.PersonQuery;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.Valid;

@Repository
class JdbcDirectory implements Directory {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcDirectory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Person> people(PersonQuery query, int offset, int limit) {
        Map<String, Object> params = new HashMap<>();
        String where = where(query, params);
        return jdbc.sql("select p.* from person p " + where + " order by p.login limit :limit offset :offset")
                .params(params)
                .param("limit", limit)
                .param("offset", offset)
                .query(PersonReader.PERSON)
                .list();
    }

    @Override
    public long countPeople(PersonQuery query) {
        Map<String, Object> params = new HashMap<>();
        String where = where(query, params);
        return jdbc.sql("select count(*) from person p " + where)
                .params(params)
                .query(Long.class)
                .single();
    }

    @Override
    public List<String> groups() {
        return jdbc.sql("select distinct r.role, r.unit_code from role_assignment r join person p on p.login = r.login"
                        + " where p.enabled and " + Valid.onDay("r") + " order by r.role, r.unit_code")
                .param("day", VietnamTime.dayOf(clock.instant()))
                .query((row, n) -> Role.valueOf(row.getString(1)).group(row.getString(2)))
                .list();
    }

    private String where(PersonQuery query, Map<String, Object> params) {
        StringBuilder where = new StringBuilder("where p.enabled");
        if (query.logins() != null) {
            add(where, params, "p.login_lower in (:logins)", "logins", lower(query.logins()));
        }
        if (query.otherNames() != null) {
            add(where, params, "p.name_folded like :others escape '!'", "others", literal(query.otherNames()) + " %");
        }
        if (query.givenName() != null) {
            add(where, params, "p.name_folded like :given escape '!'", "given", "%" + literal(query.givenName()));
        }
        for (int i = 0; i < query.fullNameLike().size(); i++) {
            String like = query.fullNameLike().get(i);
            add(where, params, "p.name_folded like :like" + i, "like" + i, Names.folded(like));
        }
        if (query.email() != null) {
            add(where, params, "p.email = :email", "email", query.email());
        }
        if (query.emailLike() != null) {
            add(where, params, "lower(p.email) like lower(:emailLike)", "emailLike", query.emailLike());
        }
        if (query.role() != null) {
            String unit = query.unitCode() == null ? "" : "r.unit_code = :unit and ";
            params.put("day", VietnamTime.dayOf(clock.instant()));
            params.put("unit", query.unitCode());
            add(
                    where,
                    params,
                    "p.login in (select r.login from role_assignment r where " + unit + "r.role = :role and "
                            + Valid.onDay("r") + ")",
                    "role",
                    query.role().name());
        }
        return where.toString();
    }

    private static void add(
            StringBuilder where, Map<String, Object> params, String condition, String name, Object value) {
        where.append(" and ").append(condition);
        params.put(name, value);
    }

    private static List<String> lower(List<String> logins) {
        return logins.stream().map(login -> login.toLowerCase(Locale.ROOT)).toList();
    }

    private static String literal(String text) {
        return Names.folded(text).replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
