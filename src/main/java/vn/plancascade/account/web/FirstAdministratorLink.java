package vn.plancascade.account.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.plancascade.account.domain.FirstAdministrator;

/** Writes the way in to the log, at each start for as long as nobody administers the product. */
@Component
@Profile("!demo")
class FirstAdministratorLink {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministratorLink.class);

    private final FirstAdministrator first;
    private final String baseUrl;

    FirstAdministratorLink(FirstAdministrator first, @Value("${plan-cascade.base-url}") String baseUrl) {
        this.first = first;
        this.baseUrl = baseUrl.replaceAll("/+$", "");
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof ServletWebServerApplicationContext) {
            first.token().ifPresent(token -> LOG.warn("""
                    Chưa có quản trị viên. Mở liên kết sau trong vòng 24 giờ, chỉ dùng được một lần / \
                    there is no administrator yet. Open this link within 24 hours, it works once:
                      {}/first-administrator?token={}""", baseUrl, token));
        }
    }
}
