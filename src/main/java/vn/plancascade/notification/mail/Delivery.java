package vn.plancascade.notification.mail;

import jakarta.mail.MessagingException;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import vn.plancascade.notification.domain.MailFailure;

/**
 * What became of one attempt.
 *
 * @param failure null if it was sent or dropped
 */
record Delivery(Outcome outcome, MailFailure failure) {

    static final Delivery SENT = new Delivery(Outcome.SENT, null);

    /** Nothing of it is true any more: there is nothing to send. */
    static final Delivery DROPPED = new Delivery(Outcome.DROPPED, null);

    /** RFC 4954: the server wants a login, or better ones. */
    private static final Set<Integer> LOGIN = Set.of(530, 534, 535, 538);

    /** RFC 1870: too big, which is the message's fault even where it is the sender that is answered. */
    private static final int TOO_BIG = 552;

    enum Outcome {
        SENT,
        DROPPED,
        /** To be tried again: the server said so (4xx). */
        LATER,
        /** To be tried again: the conversation broke off or took too long. */
        BROKEN,
        /** Never to be tried again (5xx). */
        REFUSED,
        /** The server cannot be reached, or serves nobody in our name: no fault of this mail. */
        NO_SERVER
    }

    static Delivery noServer(MessagingException failed) {
        return new Delivery(Outcome.NO_SERVER, MailFailure.of("server", text(failed)));
    }

    /** Reads RFC 5321's reply codes out of what the library throws. */
    static Delivery failed(MessagingException failed) {
        int code = -1;
        boolean sender = false;
        String said = text(failed);
        for (Exception e = failed; e instanceof MessagingException next; e = next.getNextException()) {
            if (e instanceof SMTPAddressFailedException address) {
                code = address.getReturnCode();
                sender = false;
                said = text(address);
            } else if (e instanceof SMTPSenderFailedException refused) {
                code = refused.getReturnCode();
                sender = true;
                said = text(refused);
            } else if (e instanceof SMTPSendFailedException reply) {
                code = reply.getReturnCode();
                sender = String.valueOf(reply.getCommand()).startsWith("MAIL");
            }
        }
        if (LOGIN.contains(code) || (sender && code >= 500 && code != TOO_BIG)) {
            return new Delivery(Outcome.NO_SERVER, MailFailure.of("server", said));
        }
        if (code >= 500 && code <= 599) {
            return new Delivery(Outcome.REFUSED, MailFailure.of("refused", said));
        }
        return code >= 400 && code <= 499
                ? new Delivery(Outcome.LATER, MailFailure.of("later", said))
                : new Delivery(Outcome.BROKEN, MailFailure.of("broken", said));
    }

    private static String text(MessagingException failed) {
        String text = String.valueOf(failed.getMessage()).strip();
        Exception cause = failed.getNextException();
        return cause == null || cause instanceof MessagingException ? text : text + " (" + cause.getMessage() + ")";
    }
}
