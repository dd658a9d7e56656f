package vn.plancascade.report.domain;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
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
    private final NamedParameterJdbcTemplate batch;

    TransferredReports(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    @EventListener
    public void on(DutiesTransferred transferred) {
        set("unit_code", transferred.unit());
        set("superior_code", transferred.superior());
        batch.batchUpdate(
                "update report set superior_id = :other where superior_id = :ended and id <> :other",
                transferred.inPlaceOf().entrySet().stream()
                        .map(ended ->
                                new MapSqlParameterSource("ended", ended.getKey()).addValue("other", ended.getValue()))
                        .toArray(MapSqlParameterSource[]::new));
    }

    private void set(String column, Map<Long, String> units) {
        units.entrySet().stream()
                .collect(groupingBy(Map.Entry::getValue, mapping(Map.Entry::getKey, toList())))
                .forEach((unit, ids) -> jdbc.sql("update report set " + column + " = :unit where id in (:ids)")
                        .param("unit", unit)
                        .param("ids", ids)
                        .update());
    }
}
