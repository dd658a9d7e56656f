package vn.plancascade.worklist.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.plancascade.organisation.Actor;
import vn.plancascade.worklist.HandingOver;

/** The open task of a duty goes to another person who may do it. */
@RestController
@RequestMapping("/api/v1/obligations/{id}/hand-over")
class HandOverController {

    private final HandingOver handingOver;

    HandOverController(HandingOver handingOver) {
        this.handingOver = handingOver;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void handOver(Actor actor, @PathVariable long id, @RequestBody HandOver sent) {
        handingOver.handOver(actor, id, sent.to(), sent.reason());
    }

    /** @param to login of who is to do it */
    record HandOver(String to, String reason) {}
}
