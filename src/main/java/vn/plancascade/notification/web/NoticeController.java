package vn.plancascade.notification.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.notification.MailState;
import vn.plancascade.notification.Notice;
import vn.plancascade.notification.NoticeQuery;
import vn.plancascade.notification.Notices;
import vn.plancascade.notification.Rung;
import vn.plancascade.organisation.Actor;

/** Who has been told what. */
@RestController
@RequestMapping("/api/v1/notices")
class NoticeController {

    private final Notices notices;

    NoticeController(Notices notices) {
        this.notices = notices;
    }

    @GetMapping
    Page<Notice> list(
            Actor actor,
            @RequestParam(required = false) Long obligation,
            @RequestParam(required = false) String recipient,
            @RequestParam(required = false) MailState state,
            @RequestParam(required = false) Rung rung,
            @RequestParam(required = false) String unit,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size) {
        return notices.visibleTo(
                actor,
                new NoticeQuery(obligation, recipient, state, rung, unit, VietnamTime.sentDay("from", from)),
                PageRequest.of(page, size));
    }
}
