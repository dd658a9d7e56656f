package vn.plancascade.notification.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the operator says about mails. */
@Component
class MailSettings {

    private final InternetAddress from;
    private final String messageIdDomain;
    private final String baseUrl;
    private final Duration sendLimit;
    private final Duration passLimit;
    private final int connections;

    /**
     * @param from the sender, with or without a name
     * @param messageIdDomain what follows the @ in a message's id; the sender's domain if it is empty
     * @param baseUrl where people reach the product, for links
     * @param sendLimit how long the server may take over one mail, of real time
     * @param passLimit how long one pass goes on taking further mails, of real time
     * @param connections to the server beside each other, of one instance
     */
    MailSettings(
            @Value("${plan-cascade.mail.from}") String from,
            @Value("${plan-cascade.mail.message-id-domain}") String messageIdDomain,
            @Value("${plan-cascade.base-url}") String baseUrl,
            @Value("${plan-cascade.mail.send-limit}") Duration sendLimit,
            @Value("${plan-cascade.mail.pass-limit}") Duration passLimit,
            @Value("${plan-cascade.mail.connections}") int connections) {
        this.from = from.isBlank() ? null : sender(from);
        this.messageIdDomain = messageIdDomain;
        this.baseUrl = baseUrl.replaceAll("/+$", "");
        this.sendLimit = sendLimit;
        this.passLimit = passLimit;
        this.connections = Math.max(1, connections);
    }

    /** What is read from a text keeps its letters as they are, which few servers take: the name is encoded here. */
    private static InternetAddress sender(String from) {
        try {
            InternetAddress read = new InternetAddress(from, true);
            return new InternetAddress(read.getAddress(), read.getPersonal(), StandardCharsets.UTF_8.name());
        } catch (AddressException | UnsupportedEncodingException wrong) {
            throw new IllegalStateException("plan-cascade.mail.from is no address: " + from, wrong);
        }
    }

    /** Empty if none is set: then nothing can be sent. */
    Optional<InternetAddress> from() {
        return Optional.ofNullable(from);
    }

    String messageIdDomain() {
        return messageIdDomain.isBlank()
                ? from.getAddress().substring(from.getAddress().indexOf('@') + 1)
                : messageIdDomain;
    }

    Duration sendLimit() {
        return sendLimit;
    }

    int connections() {
        return connections;
    }

    Duration passLimit() {
        return passLimit;
    }

    /** The address of a page; the path begins with a slash. */
    String link(String path) {
        return baseUrl + path;
    }
}
