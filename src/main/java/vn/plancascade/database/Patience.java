package vn.plancascade.database;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the database may keep somebody waiting: people, who have closed the page after some seconds, and jobs, which
 * write for a whole country. What takes longer is canceled by the database itself, whatever becomes of the client.
 */
@ConfigurationProperties("plan-cascade.database")
record Patience(@DefaultValue Limits people, @DefaultValue Limits jobs) {

    Patience {
        people = people.or(Duration.ofSeconds(20), Duration.ofSeconds(10), Duration.ofMinutes(1));
        jobs = jobs.or(Duration.ofMinutes(5), Duration.ofMinutes(1), Duration.ofMinutes(5));
    }

    /**
     * Null is the default, zero without an end.
     *
     * @param statement from sending a statement to its result
     * @param lock waiting for what somebody else holds
     * @param idle an open transaction in which nothing is asked (PostgreSQL)
     */
    record Limits(Duration statement, Duration lock, Duration idle) {

        static final Limits NONE = new Limits(Duration.ZERO, Duration.ZERO, Duration.ZERO);

        private Limits or(Duration statementElse, Duration lockElse, Duration idleElse) {
            return new Limits(
                    statement == null ? statementElse : statement,
                    lock == null ? lockElse : lock,
                    idle == null ? idleElse : idle);
        }
    }
}
