package vn.plancascade.request.web;

import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.request.ExtensionRequest;
import vn.plancascade.request.ExtensionRequests;
import vn.plancascade.request.RequestQuery;
import vn.plancascade.request.RequestState;

/** A unit asks for more time; who decides does so in a task. */
@RestController
@RequestMapping("/api/v1/extension-requests")
class ExtensionRequestController {

    private final ExtensionRequests requests;

    ExtensionRequestController(ExtensionRequests requests) {
        this.requests = requests;
    }

    @GetMapping
    Page<View> list(
            Actor actor,
            @RequestParam(required = false) RequestState state,
            @RequestParam(required = false) String unit,
            @RequestParam(required = false) Long plan,
            @RequestParam(required = false) Long obligation,
            @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size) {
        return requests.search(actor, new RequestQuery(state, unit, plan, obligation), PageRequest.of(page, size))
                .map(View::of);
    }

    @GetMapping("/{id}")
    View get(Actor actor, @PathVariable long id) {
        return View.of(requests.get(actor, id));
    }

    @PostMapping
    ResponseEntity<View> ask(Actor actor, @RequestBody Asked asked) {
        if (asked.obligationId() == null) {
            throw new InvalidInput("obligationId", "required");
        }
        LocalDate until = VietnamTime.sentDay("until", asked.until());
        View request = View.of(requests.ask(actor, asked.obligationId(), until, asked.reason()));
        return ResponseEntity.created(URI.create("/api/v1/extension-requests/" + request.id()))
                .body(request);
    }

    /** @param until the deadline that is asked for as a date such as 2023-03-27, worded as the plan words deadlines */
    record Asked(Long obligationId, String until, String reason) {}

    /**
     * @param deciderUnit whose people decide
     * @param beyondLimit whether a leader of the ministry decides
     */
    record View(
            long id,
            long obligationId,
            long plan,
            DutyKind kind,
            String period,
            String unit,
            String unitName,
            LocalDate until,
            String reason,
            String askedBy,
            OffsetDateTime askedAt,
            String deciderUnit,
            boolean beyondLimit,
            RequestState state,
            LocalDate grantedUntil,
            String decidedBy,
            OffsetDateTime decidedAt,
            String comment) {

        static View of(ExtensionRequest request) {
            return new View(
                    request.id(),
                    request.obligation(),
                    request.plan(),
                    request.kind(),
                    request.period(),
                    request.unit(),
                    request.unitName(),
                    request.until(),
                    request.reason(),
                    request.askedBy(),
                    VietnamTime.offset(request.askedAt()),
                    request.deciderUnit(),
                    request.beyondLimit(),
                    request.state(),
                    request.grantedUntil(),
                    request.decidedBy(),
                    VietnamTime.offset(request.decidedAt()),
                    request.comment());
        }
    }
}
