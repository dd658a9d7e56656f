package vn.plancascade.demo;

import java.sql.Date;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import vn.plancascade.organisation.Role;

/** Units, people and their roles as rows of the tables. */
final class SampleRows {

    static final LocalDate SINCE = LocalDate.of(2023, 1, 1);

    private SampleRows() {}

    static Map<String, Object> unit(SampleUnit unit) {
        Map<String, Object> row = new HashMap<>();
        row.put("code", unit.code());
        row.put("name", unit.name());
        row.put("kind", unit.kind());
        row.put("province", unit.provinceCode());
        row.put("email", unit.email());
        row.put("symbol", unit.symbol());
        row.put("place", unit.place());
        row.put("numbering", unit.numbering());
        row.put("since", Date.valueOf(SINCE));
        return row;
    }

    static Map<String, Object> person(String login, String name, String passwordHash) {
        return Map.of(
                "login", login,
                "name", name,
                "email", login.toLowerCase(Locale.ROOT) + "@mau.example",
                "hash", passwordHash);
    }

    static Map<String, Object> role(String login, String unitCode, Role role, String title) {
        Map<String, Object> row = new HashMap<>();
        row.put("login", login);
        row.put("unit", unitCode);
        row.put("role", role.name());
        row.put("title", title);
        row.put("since", Date.valueOf(SINCE));
        return row;
    }
}
