package vn.plancascade.demo;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.VietnamTime;

/** The demo's clock over HTTP. */
@RestController
@RequestMapping("/demo/clock")
@Profile("demo")
class DemoController {

    private final DemoClock clock;

    DemoController(DemoClock clock) {
        this.clock = clock;
    }

    @GetMapping
    Now now() {
        return new Now(VietnamTime.offset(clock.now()));
    }

    /** Answers when everything that came due on the way has run. */
    @PostMapping
    Now move(@RequestBody Target target) {
        return new Now(VietnamTime.offset(clock.moveTo(target.moment())));
    }

    record Now(OffsetDateTime now) {}

    record Target(String to) {

        Instant moment() {
            if (to == null || to.isBlank()) {
                throw new InvalidInput("to", "required");
            }
            try {
                return OffsetDateTime.parse(to).toInstant();
            } catch (DateTimeParseException wrong) {
                throw new InvalidInput("to", "moment");
            }
        }
    }
}
