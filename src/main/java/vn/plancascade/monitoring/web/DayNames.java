package vn.plancascade.monitoring.web;

import org.springframework.stereotype.Component;
import vn.plancascade.deadline.Holiday;
import vn.plancascade.web.Texts;

/** Names of the calendar's days in the reader's language, for pages. */
@Component
class DayNames {

    private final Texts texts;

    DayNames(Texts texts) {
        this.texts = texts;
    }

    public String of(Holiday holiday) {
        return holiday.entered() ? holiday.name() : texts.ofOr("holiday." + holiday.key(), holiday.name());
    }
}
