package vn.plancascade;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.scheduling.annotation.EnableScheduling;
import vn.plancascade.kernel.VietnamTime;

/** The yearly cascade of a ministry's plan, on Camunda Platform 7. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@EnableScheduling
public class PlanCascadeApplication {

    public static void main(String[] args) {
        // A date without a zone, wherever a library prints one, means Vietnamese time.
        TimeZone.setDefault(TimeZone.getTimeZone(VietnamTime.ZONE));
        SpringApplication application = new SpringApplication(PlanCascadeApplication.class);
        application.addInitializers(new StartupNeeds());
        application.run(args);
    }
}
