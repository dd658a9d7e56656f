package vn.plancascade.notification.mail;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.plancascade.web.PeopleFirst;

/** Looks for mails that are due, every few seconds of real time; a clock that is moved by hand asks by itself. */
@Component
@ConditionalOnProperty(name = "plan-cascade.mail.scheduled", havingValue = "true", matchIfMissing = true)
class MailSchedule {

    private final MailDispatcher dispatcher;
    private final PeopleFirst people;

    MailSchedule(MailDispatcher dispatcher, PeopleFirst people) {
        this.dispatcher = dispatcher;
        this.people = people;
    }

    @Scheduled(fixedDelayString = "${plan-cascade.mail.every}")
    void look() {
        dispatcher.runDue(people::giveWay);
    }
}
