package vn.plancascade.account.domain;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.plancascade.kernel.Act;
import vn.plancascade.kernel.ActWord;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Valid;

/** Tells the audit what is changed about people, by the words of their events. */
@Component
class PersonActs {

    private static final Map<String, ActWord> WORDS = Map.ofEntries(
            Map.entry("added", ActWord.personAdded),
            Map.entry("changed", ActWord.personChanged),
            Map.entry("enabled", ActWord.personEnabled),
            Map.entry("disabled", ActWord.personDisabled),
            Map.entry("invitation", ActWord.personInvited),
            Map.entry("reset", ActWord.passwordReset),
            Map.entry("passwordSet", ActWord.passwordSet),
            Map.entry("addressChanged", ActWord.addressChanged),
            Map.entry("roleGiven", ActWord.roleGiven),
            Map.entry("roleEnded", ActWord.roleEnded),
            Map.entry("firstAdministrator", ActWord.firstAdministrator));

    /** What people do who are known by a token only. */
    private static final Set<String> BY_THEMSELVES = Set.of("passwordSet", "firstAdministrator");

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PersonActs(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** @param actor login; null where the product did it, or the person by a token */
    void tell(String login, String actor, String event, String detail, String reason, Collection<String> units) {
        String who = actor == null && BY_THEMSELVES.contains(event) ? login : actor;
        if (who == null) {
            return;
        }
        String said = Stream.of(detail, reason).filter(Objects::nonNull).collect(Collectors.joining(" – "));
        events.publishEvent(
                Act.of(WORDS.get(event), who).about(login).inUnits(units).saying(said.isEmpty() ? null : said));
    }

    /** The units in which the person holds a role, or will. */
    List<String> unitsOf(String login) {
        return jdbc.sql("select distinct r.unit_code from role_assignment r where r.login = :login and "
                        + Valid.notEnded("r", "day"))
                .param("login", login)
                .param("day", VietnamTime.dayOf(clock.instant()))
                .query(String.class)
                .list();
    }
}
