package vn.plancascade.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import vn.plancascade.support.ScriptedSmtpServer;
import vn.plancascade.support.ScriptedSmtpServer.Step;

/** A server that keeps a mail waiting without an end: it is left, and the next mail goes over a new line. */
class SmtpConnectionTest {

    private static final String PATIENT = "60000";
    private static final String IMPATIENT = "300";

    private final ScriptedSmtpServer server = new ScriptedSmtpServer();

    @AfterEach
    void serverEnds() {
        server.close();
    }

    @Test
    void aServerThatKeepsSilentHoldsUpOneMailAndNotTheNext() throws MessagingException {
        server.answer(Step.RCPT, ScriptedSmtpServer.SILENCE);
        assertLeftAndTheNextSent(connection(IMPATIENT, Duration.ofMinutes(1)), "");
    }

    @Test
    void aServerThatSpeaksOnAndOnIsLeftAtTheLimit() throws MessagingException {
        server.answer(Step.MESSAGE, ScriptedSmtpServer.BABBLE);
        assertLeftAndTheNextSent(connection(PATIENT, Duration.ofSeconds(1)), "no end after 1 s");
    }

    private void assertLeftAndTheNextSent(SmtpConnection connection, String why) throws MessagingException {
        try (connection) {
            Delivery first = send(connection);
            assertThat(first.outcome()).isEqualTo(Delivery.Outcome.BROKEN);
            assertThat(first.failure().toString()).contains(why);
            assertThat(send(connection).outcome()).isEqualTo(Delivery.Outcome.SENT);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    private static Delivery send(SmtpConnection connection) throws MessagingException {
        MimeMessage message = connection.newMessage();
        message.setFrom(new InternetAddress("kehoach@example.vn"));
        message.setText("Kính gửi");
        return connection.send(message, new InternetAddress("bv1@example.vn"));
    }

    private SmtpConnection connection(String timeout, Duration limit) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.port());
        sender.getJavaMailProperties().put("mail.smtp.timeout", timeout);
        return new SmtpConnection(sender, limit);
    }
}
