package vn.plancascade.notification.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * One connection to the mail server, opened with the first mail and kept open for those that follow; opened again where
 * the server has closed it in between.
 */
final class SmtpConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpConnection.class);

    private final JavaMailSenderImpl server;
    private Transport transport;

    SmtpConnection(JavaMailSenderImpl server) {
        this.server = server;
    }

    MimeMessage newMessage() {
        return server.createMimeMessage();
    }

    Delivery send(MimeMessage message, Address recipient) {
        try {
            connect();
        } catch (MessagingException unreachable) {
            close();
            return Delivery.noServer(unreachable);
        }
        try {
            transport.sendMessage(message, new Address[] {recipient});
            return Delivery.SENT;
        } catch (MessagingException failed) {
            Delivery delivery = Delivery.failed(failed);
            if (delivery.outcome() == Delivery.Outcome.BROKEN) {
                // An answer that comes late would be taken for the answer to the next mail.
                close();
            }
            return delivery;
        }
    }

    /** {@code isConnected} asks the server (NOOP), so that a connection closed in between costs no mail an attempt. */
    private void connect() throws MessagingException {
        if (transport != null && transport.isConnected()) {
            return;
        }
        close();
        transport = server.getSession().getTransport(server.getProtocol() == null ? "smtp" : server.getProtocol());
        transport.connect(server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
    }

    @Override
    public void close() {
        if (transport != null) {
            try {
                transport.close();
            } catch (MessagingException alreadyClosed) {
                LOG.debug("The mail server was gone before it was left", alreadyClosed);
            }
            transport = null;
        }
    }
}
