package vn.plancascade.batch.domain;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.plancascade.batch.DutyAct;
import vn.plancascade.batch.Order;
import vn.plancascade.deadline.Extensions;
import vn.plancascade.deadline.Reminders;
import vn.plancascade.followup.Chasing;
import vn.plancascade.organisation.Actor;
import vn.plancascade.worklist.HandingOver;

/** The acts that can be done to many duties, each by the single act that it is. */
@Component
class DutyDeeds {

    private final Map<DutyAct, Deed> deeds = new EnumMap<>(DutyAct.class);

    DutyDeeds(Extensions extensions, Reminders reminders, Chasing chasing, HandingOver handingOver) {
        deeds.put(
                DutyAct.remind,
                new Deed(
                        (actor, duty, order) -> reminders.check(actor, duty, order.reason()),
                        (actor, duty, order) -> reminders.remind(actor, duty, order.reason())));
        deeds.put(
                DutyAct.chase,
                new Deed(
                        (actor, duty, order) -> chasing.check(actor, duty),
                        (actor, duty, order) -> chasing.chase(actor, duty, order.letters())));
        deeds.put(
                DutyAct.extend,
                new Deed(
                        (actor, duty, order) -> extensions.checkExtension(actor, duty, order.until(), order.reason()),
                        (actor, duty, order) -> extensions.extend(actor, duty, order.until(), order.reason())));
        deeds.put(
                DutyAct.waive,
                new Deed(
                        (actor, duty, order) -> extensions.checkWaiver(actor, duty, order.reason()),
                        (actor, duty, order) -> extensions.waive(actor, duty, order.reason())));
        deeds.put(
                DutyAct.handOver,
                new Deed(
                        (actor, duty, order) -> handingOver.check(actor, duty, order.to(), order.reason()),
                        (actor, duty, order) -> handingOver.handOver(actor, duty, order.to(), order.reason())));
        Arrays.stream(DutyAct.values()).forEach(act -> java.util.Objects.requireNonNull(deeds.get(act)));
    }

    Deed of(DutyAct act) {
        return deeds.get(act);
    }

    /**
     * @param check throws what {@code carryOut} would throw, and changes nothing
     * @param carryOut throws a {@link vn.plancascade.kernel.BusinessProblem} where it cannot be done to this duty
     */
    record Deed(Step check, Step carryOut) {}

    interface Step {
        void on(Actor actor, long duty, Order order);
    }
}
