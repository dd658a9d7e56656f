package vn.plancascade.report.web;

import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.organisation.Actor;
import vn.plancascade.plan.NationalPlans;
import vn.plancascade.report.domain.ReportReader;
import vn.plancascade.report.domain.ShownReport;
import vn.plancascade.web.PageController;

/** The list of reports. */
@PageController
@RequestMapping("/reports")
class ReportListPage {

    private final ReportReader reader;
    private final NationalPlans plans;

    ReportListPage(ReportReader reader, NationalPlans plans) {
        this.reader = reader;
        this.plans = plans;
    }

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(required = false) Long plan,
            @RequestParam(required = false) Integer year,
            @RequestParam(required = false) String period,
            @RequestParam(required = false) String unit,
            @RequestParam(required = false) DutyKind kind,
            @RequestParam(required = false) ObligationState state,
            @RequestParam(required = false) String q,
            @RequestParam(required = false) Integer page,
            Model model) {
        ReportReader.Query query = new ReportReader.Query(plan, year, Names.clean(period), unit, kind, state, q);
        Page<ShownReport> found = reader.search(actor, query, PageRequest.of(page, null));
        model.addAttribute("reports", found.items());
        model.addAttribute("total", found.total());
        model.addAttribute("query", query);
        model.addAttribute("states", ObligationState.values());
        model.addAttribute("plans", plans.visibleTo(actor));
        long pages = (found.total() + found.size() - 1) / found.size();
        model.addAttribute("previous", found.page() > 0 ? address(query, found.page() - 1) : null);
        model.addAttribute("next", found.page() + 1 < pages ? address(query, found.page() + 1) : null);
        return "reports";
    }

    private static String address(ReportReader.Query query, int page) {
        return UriComponentsBuilder.fromPath("/reports")
                .queryParam("page", page)
                .queryParamIfPresent("plan", Optional.ofNullable(query.plan()))
                .queryParamIfPresent("year", Optional.ofNullable(query.year()))
                .queryParamIfPresent("period", Optional.ofNullable(query.period()))
                .queryParamIfPresent("unit", Optional.ofNullable(query.unit()))
                .queryParamIfPresent("kind", Optional.ofNullable(query.kind()))
                .queryParamIfPresent("state", Optional.ofNullable(query.state()))
                .queryParamIfPresent("q", Optional.ofNullable(query.text()))
                .build()
                .encode()
                .toUriString();
    }
}
