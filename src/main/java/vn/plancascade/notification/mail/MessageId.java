package vn.plancascade.notification.mail;

import java.util.List;
import vn.plancascade.kernel.Sha256;
import vn.plancascade.notification.domain.Told;

/** A message's id follows from what it tells whom, so that a mail that is sent again after a crash is known as the same. */
final class MessageId {

    private static final int BYTES = 20;

    private MessageId() {}

    /** @param recipients logins, in their order */
    static String of(List<String> recipients, List<Told> told, String domain) {
        StringBuilder content = new StringBuilder(String.join("\n", recipients));
        told.stream()
                .map(Told::key)
                .distinct()
                .sorted()
                .forEach(key -> content.append('\n').append(key));
        return id(content.toString(), domain);
    }

    /** Of a mail that tells of no duty: there may be the same again, each in a mail of its own. */
    static String of(String addressee, String kind, long mail, String domain) {
        return id(addressee + '\n' + kind + '\n' + mail, domain);
    }

    private static String id(String content, String domain) {
        return "<" + Sha256.of(content).substring(0, 2 * BYTES) + "@" + domain + ">";
    }
}
