package vn.plancascade.notification.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.deadline.ObligationRow;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.notification.Rung;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.organisation.Valid;

/** Reads what a mail has to tell, in one statement however many duties it is about. */
@Repository
public class ToldReader {

    private final JdbcClient jdbc;
    private final Clock clock;

    ToldReader(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The notices that mails are to tell, the most pressing deadline first; a mail that has none left is left out. */
    public Map<Long, List<Told>> of(Collection<Long> mails) {
        Map<Long, List<Told>> told = new HashMap<>();
        if (!mails.isEmpty()) {
            jdbc.sql("""
                            select n.mail_id, n.rung, n.occurrence, n.recipient, n.detail, o.*, u.name as unit_name, u.province_code,
                              u.kind as unit_kind, s.superior_code
                            from notice n join obligation o on o.id = n.obligation_id join unit u on u.code = o.unit_code
                            left join unit_relation s on s.unit_code = o.unit_code and %s
                            where n.mail_id in (:mails) and n.state = 'waiting'
                            order by o.due_at nulls last, u.name, o.unit_code, n.id""".formatted(Valid.reportsTo("s")))
                    .param("mails", mails)
                    .param("day", VietnamTime.dayOf(clock.instant()))
                    .query(row -> {
                        told.computeIfAbsent(row.getLong("mail_id"), mail -> new ArrayList<>())
                                .add(told(row));
                    });
        }
        return told;
    }

    /** For mails that could not be delivered: whom they were for and where they went, by id. */
    public Map<Long, Addressee> addressees(Collection<Long> mails) {
        Map<Long, Addressee> addressees = new HashMap<>();
        if (!mails.isEmpty()) {
            jdbc.sql("""
                            select m.id, p.full_name, m.address from mail m join person p on p.login = m.recipient
                            where m.id in (:mails)""").param("mails", mails).query(row -> {
                addressees.put(row.getLong("id"), new Addressee(row.getString("full_name"), row.getString("address")));
            });
        }
        return addressees;
    }

    /** Whom a mail was for; the address is null where there was none. */
    public record Addressee(String name, String address) {}

    private static Told told(ResultSet row) throws SQLException {
        return new Told(
                Rung.valueOf(row.getString("rung")),
                row.getString("occurrence"),
                row.getString("recipient"),
                row.getString("detail"),
                ObligationRow.read(row),
                UnitKind.valueOf(row.getString("unit_kind")),
                row.getString("superior_code"));
    }
}
