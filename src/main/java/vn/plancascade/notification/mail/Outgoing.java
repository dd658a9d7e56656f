package vn.plancascade.notification.mail;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import vn.plancascade.notification.domain.QueuedMail;

/**
 * A mail that has been claimed and written, to be handed to the server outside any transaction.
 *
 * @param decided what became of it without the server being asked; null if it is to be asked
 */
record Outgoing(QueuedMail mail, MimeMessage message, InternetAddress to, Delivery decided) {

    static Outgoing decided(QueuedMail mail, Delivery delivery) {
        return new Outgoing(mail, null, null, delivery);
    }

    Delivery send(SmtpConnection connection) {
        return decided == null ? connection.send(message, to) : decided;
    }
}
