package vn.plancascade.plan.domain;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.organisation.Valid;
import vn.plancascade.plan.OfferedUnits;

@Component
class OwnUnits implements OfferedUnits {

    /** In the order in which they are offered. */
    private static final List<String> KINDS = List.of(
            UnitKind.MOH_OFFICE.name(),
            UnitKind.MOH_INSPECTORATE.name(),
            UnitKind.MOH_DEPT.name(),
            UnitKind.MOH_AGENCY.name(),
            UnitKind.MOH_MEDIA.name(),
            UnitKind.MOH_FACILITY.name());

    private final JdbcClient jdbc;
    private final Clock clock;

    OwnUnits(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Offered> all() {
        return jdbc
                .sql("select u.code, u.name, u.kind from unit u where u.kind in (:kinds) and " + Valid.onDay("u")
                        + " order by u.name, u.code")
                .param("kinds", KINDS)
                .param("day", VietnamTime.dayOf(clock.instant()))
                .query((row, n) -> new OfKind(new Offered(row.getString(1), row.getString(2)), row.getString(3)))
                .list()
                .stream()
                .sorted(Comparator.comparing(unit -> KINDS.indexOf(unit.kind())))
                .map(OfKind::unit)
                .toList();
    }

    private record OfKind(Offered unit, String kind) {}
}
