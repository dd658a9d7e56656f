package vn.plancascade.organisation.domain;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.organisation.Substitution;

/** Windows that may not be open at the same time. */
@Repository
class SubstitutionOverlaps {

    private final JdbcClient jdbc;

    SubstitutionOverlaps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Two windows that are entered at the same moment meet here. */
    void lock(String unit) {
        jdbc.sql("select code from unit where code = :unit for update")
                .param("unit", unit)
                .query(String.class)
                .single();
    }

    /** @throws Conflict if another window of the unit's head overlaps, or one of the two is on the other side of one */
    void refuse(Substitution sent, String unit, String absent) {
        String overlaps = " ended_at is null and from_day <= :to and to_day >= :from";
        long same = jdbc.sql(
                        "select count(*) from substitution where unit_code = :unit and absent = :absent and" + overlaps)
                .param("unit", unit)
                .param("absent", absent)
                .param("from", sent.from())
                .param("to", sent.to())
                .query(Long.class)
                .single();
        if (same > 0) {
            throw new Conflict("substitution.overlap");
        }
        // Whoever is away acts for nobody, and whoever acts for somebody stays: no circle, and nothing is passed on.
        long away = jdbc.sql("select count(*) from substitution where absent = :person and" + overlaps)
                .param("person", sent.substitute())
                .param("from", sent.from())
                .param("to", sent.to())
                .query(Long.class)
                .single();
        long acting = jdbc.sql("select count(*) from substitution where substitute = :person and" + overlaps)
                .param("person", absent)
                .param("from", sent.from())
                .param("to", sent.to())
                .query(Long.class)
                .single();
        if (away > 0 || acting > 0) {
            throw new Conflict("substitution.circle");
        }
    }
}
