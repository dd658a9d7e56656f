package vn.plancascade.monitoring.web;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.plancascade.deadline.DutyFigures;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Holder;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.StepLoad;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.web.PageController;

/** A model as a picture, with what stands at each of its tasks. */
@PageController
@RequestMapping("/monitor/process")
class ProcessPages {

    /** The picture is drawn with styles of its own, and is nobody's page. */
    private static final String ALONE = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private final DutyFigures figures;
    private final MonitorChoices choices;
    private final Organisation organisation;

    ProcessPages(DutyFigures figures, MonitorChoices choices, Organisation organisation) {
        this.figures = figures;
        this.choices = choices;
        this.organisation = organisation;
    }

    @GetMapping("/{key}")
    String show(Actor actor, @PathVariable String key, MonitorFilter sent, Model model) {
        DutyKind kind = ProcessLoadController.kind(key);
        MonitorFilter filter = choices.add(actor, sent, model);
        ProcessPicture picture = picture(key);
        List<StepLoad> loads = figures.load(filter.duties().of(kind), organisation.scopeOf(actor));
        model.addAttribute("key", key);
        model.addAttribute("picture", picture);
        model.addAttribute("targets", loads.stream().anyMatch(load -> load.targetDays() != null));
        model.addAttribute(
                "badges",
                loads.stream()
                        .map(load -> new Badge(
                                load,
                                picture.elements().get(load.elementId()),
                                filter.isPast() ? null : list(filter, kind, load)))
                        .toList());
        return "monitor-process";
    }

    @GetMapping("/{key}/picture")
    ResponseEntity<String> drawn(@PathVariable String key) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("image/svg+xml;charset=UTF-8"))
                .header("Content-Security-Policy", ALONE)
                .body(picture(key).svg());
    }

    private static ProcessPicture picture(String key) {
        return ProcessPicture.of(key).orElseThrow(() -> new NotFound("process.unknown"));
    }

    /** The duties that stand at the task. */
    private static String list(MonitorFilter filter, DutyKind kind, StepLoad load) {
        Address address = Address.of("/obligations")
                .with("plan", filter.plan())
                .with("kind", kind)
                .with("period", filter.period());
        for (ObligationState state : ObligationState.values()) {
            if (Holder.of(kind, state)
                    .filter(holder -> holder.taskKey().equals(load.elementId()))
                    .filter(holder -> !state.isSettled(kind))
                    .isPresent()) {
                address.with("state", state);
            }
        }
        return address.with("sort", "-daysLate").toString();
    }

    /**
     * @param box where the task stands on the picture
     * @param address the list of what stands there; null for a day that is past
     */
    record Badge(StepLoad load, ProcessPicture.Box box, String address) {

        /** How dark the badge is, from 0 to 5: by the share that is overdue. */
        public int heat() {
            return load.overdue() == 0 ? 0 : (int) Math.max(1, Math.ceil(5.0 * load.overdue() / load.running()));
        }
    }
}
