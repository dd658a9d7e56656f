package vn.plancascade.organisation.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.SigningForm;
import vn.plancascade.organisation.Substitution;
import vn.plancascade.organisation.Substitutions;

/** Who acts for a head who is away. */
@RestController
@RequestMapping("/api/v1/substitutions")
class SubstitutionController {

    private final Substitutions substitutions;

    SubstitutionController(Substitutions substitutions) {
        this.substitutions = substitutions;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Substitution add(Actor actor, @RequestBody NewSubstitution sent) {
        return substitutions.add(actor, sent.read());
    }

    @GetMapping
    Page<Substitution> list(
            Actor actor,
            @RequestParam(required = false) String unit,
            @RequestParam(defaultValue = "false") boolean current,
            @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size) {
        return substitutions.search(actor, unit, current, PageRequest.of(page, size));
    }

    /** Ends it from now on, or cancels it before its first day. */
    @DeleteMapping("/{id}")
    Substitution end(Actor actor, @PathVariable long id) {
        return substitutions.end(actor, id);
    }

    /**
     * @param absent login of the head; the caller if it is missing
     * @param from the first day, such as 2023-03-18
     * @param to the last day
     */
    record NewSubstitution(
            String unitCode,
            String absent,
            String substitute,
            SigningForm form,
            String from,
            String to,
            String reason,
            String delegation) {

        Substitution read() {
            return new Substitution(
                    0,
                    unitCode,
                    absent,
                    substitute,
                    form,
                    VietnamTime.sentDay("from", from),
                    VietnamTime.sentDay("to", to),
                    reason,
                    delegation,
                    false);
        }
    }
}
