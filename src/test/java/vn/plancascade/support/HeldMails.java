package vn.plancascade.support;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds back the thousand mails of a whole country, which take a minute each time and are tested elsewhere. */
public final class HeldMails {

    private HeldMails() {}

    public static void hold(JdbcClient jdbc) {
        jdbc.sql("update mail_sending set stopped_at = timestamp with time zone '2023-03-16 08:00:00+07'")
                .update();
    }

    /** Lets the mails of these people go, and waits until they have gone. */
    public static void release(JdbcClient jdbc, List<String> recipients) {
        jdbc.sql("update notice set state = 'dropped' where state = 'waiting' and recipient not in (:recipients)")
                .param("recipients", recipients)
                .update();
        jdbc.sql("update mail_sending set stopped_at = null").update();
        Awaitility.await().atMost(1, TimeUnit.MINUTES).until(() -> sent(jdbc, recipients));
    }

    private static boolean sent(JdbcClient jdbc, List<String> recipients) {
        return jdbc.sql(
                                "select count(distinct recipient) from mail where state = 'sent' and recipient in (:recipients)")
                        .param("recipients", recipients)
                        .query(Integer.class)
                        .single()
                == recipients.size();
    }
}
