package vn.plancascade.monitoring.web;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.organisation.Actor;

/** Which columns of the list of duties each person wants, in which order. */
@Repository
class ChosenColumns {

    private final JdbcClient jdbc;

    ChosenColumns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<DutyColumn> of(Actor actor) {
        return jdbc.sql("select names from chosen_columns where login = :login")
                .param("login", actor.login())
                .query(String.class)
                .optional()
                .map(ChosenColumns::read)
                .filter(columns -> !columns.isEmpty())
                .orElse(DutyColumn.USUAL);
    }

    /** A column that a later version knows no more is left out. */
    private static List<DutyColumn> read(String names) {
        return Arrays.stream(names.split(","))
                .flatMap(name -> Arrays.stream(DutyColumn.values())
                        .filter(column -> column.name().equals(name)))
                .toList();
    }

    /**
     * @param columns none: the usual ones again
     * @throws InvalidInput if one of them has no name
     */
    @Transactional
    void keep(Actor actor, List<DutyColumn> columns) {
        if (columns != null && columns.stream().anyMatch(Objects::isNull)) {
            throw new InvalidInput("columns", "required");
        }
        jdbc.sql("delete from chosen_columns where login = :login")
                .param("login", actor.login())
                .update();
        if (columns != null && !columns.isEmpty()) {
            jdbc.sql("insert into chosen_columns (login, names) values (:login, :names)")
                    .param("login", actor.login())
                    .param(
                            "names",
                            new LinkedHashSet<>(columns)
                                    .stream().map(Enum::name).collect(Collectors.joining(",")))
                    .update();
        }
    }
}
