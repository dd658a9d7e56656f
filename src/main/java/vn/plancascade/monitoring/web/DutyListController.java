package vn.plancascade.monitoring.web;

import static vn.plancascade.kernel.VietnamTime.offset;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.plancascade.deadline.ObligationPage;
import vn.plancascade.deadline.ObligationView;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.deadline.WatchedDuty;
import vn.plancascade.deadline.WatchedDuty.UnitThen;
import vn.plancascade.deadline.WorkStep;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.web.Texts;

/** The duties of the units that the caller may see, with the same filters as the page. */
@RestController
@RequestMapping("/api/v1/obligations")
class DutyListController {

    private final Obligations obligations;
    private final WatchedRows rows;
    private final Organisation organisation;
    private final Texts texts;
    private final Clock clock;

    DutyListController(Obligations obligations, WatchedRows rows, Organisation organisation, Texts texts, Clock clock) {
        this.obligations = obligations;
        this.rows = rows;
        this.organisation = organisation;
        this.texts = texts;
        this.clock = clock;
    }

    /** Read on by {@code after} with what {@code next} told: nothing is left out or comes twice, whatever changes meanwhile. */
    @GetMapping
    ObligationPage<ListedDuty> list(Actor actor, @ParameterObject ObligationFilter filter) {
        ObligationPage<WatchedDuty> found =
                obligations.watch(filter.query(), organisation.scopeOf(actor), filter.pageRequest());
        List<WatchedRows.Row> listed = rows.of(found.items());
        return new ObligationPage<>(
                listed.stream().map(this::view).toList(), found.page(), found.size(), found.total(), found.next());
    }

    private ListedDuty view(WatchedRows.Row row) {
        WatchedDuty watched = row.watched();
        return new ListedDuty(
                ObligationView.of(watched.duty(), clock.instant(), texts),
                row.plan() == null ? null : row.plan().documentNumber(),
                row.plan() == null ? null : row.plan().shortSubject(),
                watched.step(),
                offset(watched.stepSince()),
                row.daysInStep(),
                watched.extensions(),
                watched.given(),
                watched.settled(),
                row.row().people().stream()
                        .map(person -> new HolderView(person.fullName(), person.email()))
                        .toList());
    }

    /**
     * @param daysInStep calendar days for which it has been where it stands; null once it is settled
     * @param given the unit as it was when it was given the duty
     * @param settled the unit as it was when the duty was settled; null while it is not
     * @param holders who holds the work today
     */
    record ListedDuty(
            @JsonUnwrapped ObligationView obligation,
            String planNumber,
            String planSubject,
            WorkStep step,
            OffsetDateTime stepSince,
            Long daysInStep,
            int extensions,
            UnitThen given,
            UnitThen settled,
            List<HolderView> holders) {}

    /** A person in whose hands the work is. */
    record HolderView(String name, String email) {}
}
