package vn.plancascade.report.domain;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.DutyTransfers.DutiesTransferred;

/** Reports go along with their duties: what stood below one that ends stands below the one in its place. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class TransferredReports {

    private final JdbcClient jdbc;

    TransferredReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    public void on(DutiesTransferred transferred) {
        transferred.unit().forEach((id, unit) -> set(id, "unit_code", unit));
        transferred.superior().forEach((id, superior) -> set(id, "superior_code", superior));
        transferred
                .inPlaceOf()
                .forEach((ended, other) -> jdbc.sql(
                                "update report set superior_id = :other where superior_id = :ended and id <> :other")
                        .param("other", other)
                        .param("ended", ended)
                        .update());
    }

    private void set(long id, String column, String unit) {
        jdbc.sql("update report set " + column + " = :unit where id = :id")
                .param("unit", unit)
                .param("id", id)
                .update();
    }
}
