package vn.plancascade.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.plancascade.PlanCascadeApplication;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.support.Cascade;

/** The demo's clock passes through everything on its way, however far it is moved at once. */
class DemoClockTest {

    @Test
    void oneCallToTheEndOfMarchSendsTheSameMailsAsDayByDay() {
        List<String> atOnce = mailsOf("atonce", country -> country.clock("2023-03-31T18:00:00+07:00"));
        List<String> dayByDay = mailsOf("daybyday", country -> {
            for (LocalDate day = LocalDate.of(2023, 3, 17); day.getDayOfMonth() < 31; day = day.plusDays(1)) {
                country.clock(day + "T08:00:00+07:00");
                country.clock(day + "T20:00:00+07:00");
            }
            country.clock("2023-03-31T18:00:00+07:00");
        });

        assertThat(atOnce).hasSizeGreaterThan(1000).anyMatch(mail -> mail.contains("Quá hạn"));
        assertThat(dayByDay).containsExactlyElementsOf(atOnce);
    }

    /** Who got which mail on which day, in a country that starts afresh. */
    private static List<String> mailsOf(String database, Consumer<Cascade> life) {
        try (ConfigurableApplicationContext product = new SpringApplicationBuilder(PlanCascadeApplication.class)
                .profiles("demo")
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=jdbc:h2:mem:" + database
                                + ";MODE=PostgreSQL;LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1")) {
            Cascade country = new Cascade(
                            product.getEnvironment().getRequiredProperty("local.server.port", Integer.class))
                    .awaitSample();
            country.issuePlanTo(Set.of(UnitKind.DOH, UnitKind.PROV_CENTER, UnitKind.MOH_DEPT));
            country.awaitCases();
            // What was told so far is under way before more is told.
            country.clock("2023-03-16T12:00:00+07:00");
            country.submit("SYT-01");
            country.extend("thanhtra.bo", "SYT-02", "2023-03-24").ok();
            country.clock("2023-03-16T13:00:00+07:00");
            life.accept(country);
            return mails(product.getBean(GreenMail.class));
        }
    }

    private static List<String> mails(GreenMail server) {
        List<String> mails = new ArrayList<>();
        for (MimeMessage mail : server.getReceivedMessages()) {
            try {
                mails.add(String.join(
                        " | ",
                        Arrays.toString(mail.getAllRecipients()),
                        VietnamTime.dayOf(mail.getSentDate().toInstant()).toString(),
                        mail.getSubject()));
            } catch (MessagingException unreadable) {
                throw new AssertionError(unreadable);
            }
        }
        mails.sort(null);
        return mails;
    }
}
