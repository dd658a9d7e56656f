package vn.plancascade.account.domain;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Meets requests of people who have forgotten their password, as often as mails are looked for. */
@Component
@ConditionalOnProperty(name = "plan-cascade.mail.scheduled", havingValue = "true", matchIfMissing = true)
class ResetSchedule {

    private final Accounts accounts;

    ResetSchedule(Accounts accounts) {
        this.accounts = accounts;
    }

    @Scheduled(fixedDelayString = "${plan-cascade.mail.every}")
    void meetRequests() {
        accounts.meetRequests();
    }
}
