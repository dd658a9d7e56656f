package vn.plancascade.account.domain;

import static vn.plancascade.kernel.VietnamTime.offset;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.kernel.Rows;
import vn.plancascade.kernel.Sha256;

/** Grants and the hashes of their tokens. A token itself is known to whoever it was sent to, and to nobody else. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Grants {

    private static final String OPEN = "used_at is null and expires_at > :now";

    private static final RowMapper<Grant> GRANT = (row, n) -> new Grant(
            row.getLong("id"),
            Purpose.valueOf(row.getString("purpose")),
            row.getString("login"),
            Rows.instant(row, "expires_at"));

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final Clock clock;

    Grants(JdbcClient jdbc, NamedParameterJdbcTemplate batch, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.clock = clock;
    }

    /** One grant a mail; whatever was granted to the same people before ends. */
    void give(Purpose purpose, Map<String, Long> mails) {
        SqlParameterSource[] rows = mails.entrySet().stream()
                .map(mail -> values(purpose).addValue("login", mail.getKey()).addValue("mail", mail.getValue()))
                .toArray(SqlParameterSource[]::new);
        batch.batchUpdate("""
                update account_grant set expires_at = :now where login = :login and used_at is null and expires_at > :now""", rows);
        batch.batchUpdate("""
                insert into account_grant (purpose, login, mail_id, created_at, expires_at)
                values (:purpose, :login, :mail, :now, :expires)""", rows);
    }

    /** A grant that is mailed to nobody, with its token. */
    String giveAtOnce(Purpose purpose) {
        jdbc.sql("insert into account_grant (purpose, created_at, expires_at) values (:purpose, :now, :expires)")
                .paramSource(values(purpose))
                .update();
        long id = jdbc.sql("select max(id) from account_grant where purpose = :purpose")
                .param("purpose", purpose.name())
                .query(Long.class)
                .single();
        return newToken(id);
    }

    private MapSqlParameterSource values(Purpose purpose) {
        return new MapSqlParameterSource("purpose", purpose.name())
                .addValue("now", offset(clock.instant()))
                .addValue("expires", offset(clock.instant().plus(purpose.validity())));
    }

    /** The open grant that a mail tells of. */
    Optional<Grant> ofMail(long mail) {
        return jdbc.sql("select * from account_grant where mail_id = :mail and " + OPEN)
                .param("mail", mail)
                .param("now", offset(clock.instant()))
                .query(GRANT)
                .optional();
    }

    /** Another token of a grant; it is there even if what sends it fails afterwards, since it may have arrived. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public String newTokenApart(long grant) {
        return newToken(grant);
    }

    private String newToken(long grant) {
        String token = GrantToken.fresh();
        jdbc.sql("insert into account_token (token_hash, grant_id) values (:hash, :grant)")
                .param("hash", Sha256.of(token))
                .param("grant", grant)
                .update();
        return token;
    }

    /** The grant, while it can be used. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public Optional<Grant> find(String token) {
        return jdbc.sql("""
                        select g.* from account_grant g join account_token t on t.grant_id = g.id
                        where t.token_hash = :hash and g.used_at is null and g.expires_at > :now""")
                .param("hash", Sha256.of(token == null ? "" : token))
                .param("now", offset(clock.instant()))
                .query(GRANT)
                .optional();
    }

    /** Whether it was still there to be used; of two that come at once, one is. */
    boolean use(Grant grant) {
        return jdbc.sql("update account_grant set used_at = :now where id = :id and " + OPEN)
                        .param("now", offset(clock.instant()))
                        .param("id", grant.id())
                        .update()
                == 1;
    }

    /** Ends whatever is open for these people: a password that was set, or a person who was disabled. */
    void end(Collection<String> logins) {
        jdbc.sql("update account_grant set expires_at = :now where login in (:logins) and " + OPEN)
                .param("now", offset(clock.instant()))
                .param("logins", logins)
                .update();
    }
}
