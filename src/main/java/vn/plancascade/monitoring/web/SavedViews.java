package vn.plancascade.monitoring.web;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;

/** Filters of the list of duties that people have kept by name. Whoever opens the link of one sees what they may see. */
@Repository
class SavedViews {

    private static final int NAME = 100;
    private static final int ADDRESS = 4000;
    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final Clock clock;

    SavedViews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<View> of(Actor actor) {
        return jdbc.sql("select id, name, address from saved_view where login = :login order by name, id")
                .param("login", actor.login())
                .query((row, n) -> new View(row.getLong(1), row.getString(2), row.getString(3)))
                .list();
    }

    View get(long id) {
        return jdbc.sql("select id, name, address from saved_view where id = :id")
                .param("id", id)
                .query((row, n) -> new View(row.getLong(1), row.getString(2), row.getString(3)))
                .optional()
                .orElseThrow(() -> new NotFound("view.unknown"));
    }

    @Transactional
    View add(Actor actor, String sent, ObligationFilter filter) {
        String name = Names.cleanLine(sent);
        if (name == null) {
            throw new InvalidInput("name", "required");
        }
        if (name.length() > NAME) {
            throw new InvalidInput("name", "tooLong", NAME);
        }
        String address = filter.kept();
        if (address.length() > ADDRESS) {
            throw new InvalidInput("q", "tooLong", ADDRESS);
        }
        if (of(actor).size() >= MOST) {
            throw new InvalidInput("name", "view.tooMany", MOST);
        }
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into saved_view (login, name, address, saved_at) values (:login, :name, :address, :now)")
                .param("login", actor.login())
                .param("name", name)
                .param("address", address)
                .param("now", VietnamTime.offset(clock.instant()))
                .update(key, "id");
        return new View(key.getKeyAs(Long.class), name, address);
    }

    @Transactional
    void remove(Actor actor, long id) {
        int removed = jdbc.sql("delete from saved_view where id = :id and login = :login")
                .param("id", id)
                .param("login", actor.login())
                .update();
        if (removed == 0) {
            throw new NotFound("view.unknown");
        }
    }

    /** @param address the list with its filters, within the product */
    record View(long id, String name, String address) {

        /** What to hand to somebody else. */
        public String link() {
            return "/obligations/views/" + id;
        }
    }
}
