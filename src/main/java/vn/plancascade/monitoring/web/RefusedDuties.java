package vn.plancascade.monitoring.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.plancascade.batch.DutyActions.Refusal;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.web.Texts;

/** Who is refused by an act on many duties, and why, as pages show it. */
@Component
class RefusedDuties {

    private static final int SHOWN = 10;

    private final Obligations obligations;
    private final Texts texts;

    RefusedDuties(Obligations obligations, Texts texts) {
        this.obligations = obligations;
        this.texts = texts;
    }

    List<Refused> of(List<Refusal> refusals) {
        return refusals.stream()
                .map(refusal -> new Refused(texts.of(refusal.reason()), refusal.count(), named(refusal.obligations())))
                .toList();
    }

    private List<Named> named(List<Long> ids) {
        return obligations.all(ids.subList(0, Math.min(SHOWN, ids.size()))).values().stream()
                .map(duty -> new Named(duty.id(), duty.unitName()))
                .toList();
    }

    /** @param duties some of those that are refused for this */
    record Refused(String text, int count, List<Named> duties) {

        public int others() {
            return count - duties.size();
        }
    }

    record Named(long id, String unit) {}
}
