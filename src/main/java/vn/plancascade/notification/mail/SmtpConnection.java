package vn.plancascade.notification.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import vn.plancascade.notification.domain.MailFailure;

/**
 * One connection to the mail server, opened with the first mail and kept open for those that follow; opened again where
 * the server has closed it in between. No mail takes longer than the limit, however slowly the server speaks: a socket's own
 * timeouts begin anew with each word.
 */
final class SmtpConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpConnection.class);

    private final JavaMailSenderImpl server;
    private final Duration limit;
    private Conversation conversation;

    SmtpConnection(JavaMailSenderImpl server, Duration limit) {
        this.server = server;
        this.limit = limit;
    }

    MimeMessage newMessage() {
        return server.createMimeMessage();
    }

    Delivery send(MimeMessage message, Address recipient) {
        if (conversation == null) {
            conversation = new Conversation();
        }
        Conversation talk = conversation;
        try {
            return talk.thread.submit(() -> talk.send(message, recipient)).get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooSlow) {
            return abandoned("no end after " + limit.toSeconds() + " s");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return abandoned("interrupted");
        } catch (ExecutionException fault) {
            throw new IllegalStateException("The mail could not be handed over", fault.getCause());
        }
    }

    /** Whoever still talks there does so over a connection that nobody listens to any more. */
    private Delivery abandoned(String why) {
        conversation.thread.shutdownNow();
        conversation = null;
        return new Delivery(Delivery.Outcome.BROKEN, MailFailure.of("broken", why));
    }

    @Override
    public void close() {
        if (conversation != null) {
            conversation.thread.execute(conversation::hangUp);
            conversation.thread.shutdown();
            conversation = null;
        }
    }

    /** Lives in a thread of its own. */
    private final class Conversation {

        private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "mail-conversation");
            thread.setDaemon(true);
            return thread;
        });
        private Transport transport;

        Delivery send(MimeMessage message, Address recipient) {
            try {
                connect();
            } catch (MessagingException unreachable) {
                hangUp();
                return Delivery.noServer(unreachable);
            }
            try {
                transport.sendMessage(message, new Address[] {recipient});
                return Delivery.SENT;
            } catch (MessagingException failed) {
                Delivery delivery = Delivery.failed(failed);
                if (delivery.outcome() == Delivery.Outcome.BROKEN) {
                    // An answer that comes late would be taken for the answer to the next mail.
                    hangUp();
                }
                return delivery;
            }
        }

        /** {@code isConnected} asks the server (NOOP), so that a connection closed in between costs no mail an attempt. */
        private void connect() throws MessagingException {
            if (transport != null && transport.isConnected()) {
                return;
            }
            hangUp();
            transport = server.getSession().getTransport(server.getProtocol() == null ? "smtp" : server.getProtocol());
            transport.connect(server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
        }

        void hangUp() {
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
}
