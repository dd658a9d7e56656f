package vn.plancascade.monitoring.web;

import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Holder;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.StepLoad;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.organisation.Actor;
import vn.plancascade.web.PageController;

/** A model as a picture, with what stands at each of its tasks. */
@PageController
@RequestMapping("/monitor/process")
class ProcessPages {

    /** The picture is drawn with styles of its own, and is nobody's page. */
    private static final String ALONE = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private final ProcessLoads loads;
    private final MonitorChoices choices;

    ProcessPages(ProcessLoads loads, MonitorChoices choices) {
        this.loads = loads;
        this.choices = choices;
    }

    @GetMapping("/{key}")
    String show(Actor actor, @PathVariable String key, MonitorFilter sent, Model model) {
        Optional<DutyKind> kind = ProcessLoads.kind(key);
        MonitorFilter filter = choices.add(actor, sent, model);
        List<StepLoad> standing = loads.of(actor, key, kind.isPresent() ? filter.duties() : sent.duties());
        ProcessPicture picture = picture(key);
        model.addAttribute("key", key);
        model.addAttribute("name", (kind.isPresent() ? "dutyKind." : "process.") + key);
        model.addAttribute("duties", kind.isPresent());
        model.addAttribute("others", ProcessLoads.others());
        model.addAttribute("picture", picture);
        model.addAttribute("targets", standing.stream().anyMatch(load -> load.targetDays() != null));
        model.addAttribute(
                "badges",
                standing.stream()
                        .map(load -> new Badge(
                                load,
                                picture.elements().get(load.elementId()),
                                kind.filter(carried -> !filter.isPast())
                                        .map(carried -> list(filter, carried, load))
                                        .orElse(null)))
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
     * @param address the list of what stands there; null for a day that is past, and for what is no duty
     */
    record Badge(StepLoad load, ProcessPicture.Box box, String address) {

        /** How dark the badge is, from 0 to 5: by the share that is overdue. */
        public int heat() {
            return load.overdue() == 0 ? 0 : (int) Math.max(1, Math.ceil(5.0 * load.overdue() / load.running()));
        }
    }
}
