package vn.plancascade.notification.domain;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.DutyTransfers.DutiesTransferred;
import vn.plancascade.notification.Rung;

/** Tells the people of a unit what it has taken over from others. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class TransferNotices {

    private final JdbcClient jdbc;
    private final StepNotices notices;

    TransferNotices(JdbcClient jdbc, StepNotices notices) {
        this.jdbc = jdbc;
        this.notices = notices;
    }

    /** Of what is to begin later they are told then. */
    @EventListener
    public void on(DutiesTransferred moved) {
        if (moved.unit().isEmpty()) {
            return;
        }
        List<Long> begun = jdbc.sql("select id from obligation where id in (:ids) and process_instance_id is not null")
                .param("ids", moved.unit().keySet())
                .query(Long.class)
                .list();
        if (!begun.isEmpty()) {
            Rung rung = Rung.TAKEN_OVER;
            notices.write(rung, notices.occurrence(rung, false), begun, "o.unit_code", null, rung.roles(), null);
        }
    }
}
