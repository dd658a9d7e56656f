package vn.plancascade.monitoring.web;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.notification.MailState;
import vn.plancascade.notification.Notice;
import vn.plancascade.notification.NoticeQuery;
import vn.plancascade.notification.Notices;
import vn.plancascade.notification.Rung;
import vn.plancascade.organisation.Actor;
import vn.plancascade.web.PageController;

/** Who was told what about which duty, and whether it arrived: of the units that the reader watches over, and one's own. */
@PageController
@RequestMapping("/notices")
class NoticePages {

    private final Notices notices;

    NoticePages(Notices notices) {
        this.notices = notices;
    }

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(required = false) String unit,
            @RequestParam(required = false) MailState state,
            @RequestParam(required = false) Rung rung,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) Integer page,
            Model model) {
        NoticeQuery query = new NoticeQuery(
                null, null, state, rung, Names.clean(unit), VietnamTime.typedDay("from", Names.clean(from)));
        Page<Notice> found = notices.visibleTo(actor, query, PageRequest.of(page, null));
        model.addAttribute("query", query);
        model.addAttribute("notices", found.items());
        model.addAttribute("states", MailState.values());
        model.addAttribute("rungs", Rung.values());
        model.addAttribute(
                "pager",
                Pager.of(
                        found,
                        number -> Address.of("/notices")
                                .with("unit", query.unit())
                                .with("state", state)
                                .with("rung", rung)
                                .with("from", query.from())
                                .with("page", number)
                                .toString()));
        return "notices";
    }
}
