package vn.plancascade.notification.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import vn.plancascade.notification.domain.Told;

/** A message's id follows from what it tells whom, so that a mail that is sent again after a crash is known as the same. */
final class MessageId {

    private static final int BYTES = 20;

    private MessageId() {}

    static String of(String recipient, List<Told> told, String domain) {
        StringBuilder content = new StringBuilder(recipient);
        told.stream()
                .map(Told::key)
                .sorted()
                .forEach(key -> content.append('\n').append(key));
        byte[] hash = sha256(content.toString());
        return "<" + HexFormat.of().formatHex(hash, 0, BYTES) + "@" + domain + ">";
    }

    /** Of a mail that tells of no duty: there may be the same again, each in a mail of its own. */
    static String of(String addressee, String kind, long mail, String domain) {
        byte[] hash = sha256(addressee + '\n' + kind + '\n' + mail);
        return "<" + HexFormat.of().formatHex(hash, 0, BYTES) + "@" + domain + ">";
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
