package vn.plancascade.notification.domain;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A database on a PostgreSQL server, known by what a dump does not carry along: the cluster's identifier, the database's and the
 * table's numbers; and the timeline, which recovery from a base backup and a failover begin anew, unless the operator gave the
 * installation a name, which then counts in its place.
 */
final class ServerInstallation implements Installation {

    private static final String MARK = """
            select (select system_identifier from pg_control_system()) || '/'
              || (select oid from pg_database where datname = current_database()) || '/'
              || cast(cast('mail_sending' as regclass) as oid)""";

    private static final String TIMELINE = "select substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8)";

    private final JdbcClient jdbc;
    private final String name;

    ServerInstallation(JdbcClient jdbc, String name) {
        this.jdbc = jdbc;
        this.name = name;
    }

    /** An installation that is given a name is still the one that had none. */
    @Override
    public boolean isOwn(String mark) {
        return mark.equals(renewed()) || mark.equals(unnamed());
    }

    @Override
    public String renewed() {
        return name.isEmpty() ? unnamed() : text(MARK) + "@" + name;
    }

    private String unnamed() {
        return text(MARK) + "@timeline " + text(TIMELINE);
    }

    private String text(String select) {
        return jdbc.sql(select).query(String.class).single();
    }

    @Override
    public void kept(String mark) {
        // It is computed each time.
    }

    @Override
    public boolean mayChangeWhileRunning() {
        return true;
    }
}
