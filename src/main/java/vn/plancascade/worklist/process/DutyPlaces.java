package vn.plancascade.worklist.process;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.worklist.EvidencePlaces;

/** The items of whatever document a duty is about. */
@Component
class DutyPlaces {

    private final List<EvidencePlaces> places;

    DutyPlaces(List<EvidencePlaces> places) {
        this.places = places;
    }

    List<EvidencePlaces.Place> of(Obligation duty, Locale locale) {
        return places.stream()
                .filter(each -> each.kinds().contains(duty.kind()))
                .findFirst()
                .map(each -> each.of(duty.id(), locale))
                .orElse(List.of());
    }
}
