package vn.plancascade.notification.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the operator says about mails. */
@Component
class MailSettings {

    private final InternetAddress from;
    private final String messageIdDomain;
    private final String baseUrl;

    /**
     * @param from the sender, with or without a name
     * @param messageIdDomain what follows the @ in a message's id; the sender's domain if it is empty
     * @param baseUrl where people reach the product, for links
     */
    MailSettings(
            @Value("${plan-cascade.mail.from}") String from,
            @Value("${plan-cascade.mail.message-id-domain}") String messageIdDomain,
            @Value("${plan-cascade.base-url}") String baseUrl) {
        this.from = from.isBlank() ? null : sender(from);
        this.messageIdDomain = messageIdDomain;
        this.baseUrl = baseUrl.replaceAll("/+$", "");
    }

    private static InternetAddress sender(String from) {
        try {
            return new InternetAddress(from, true);
        } catch (AddressException wrong) {
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

    /** The address of a page; the path begins with a slash. */
    String link(String path) {
        return baseUrl + path;
    }
}
