package vn.plancascade.batch.domain;

import org.springframework.stereotype.Component;
import vn.plancascade.audit.Audit;
import vn.plancascade.batch.Order;
import vn.plancascade.kernel.Act;
import vn.plancascade.kernel.ActWord;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;

/** Puts what is begun on record, as one act however many duties it is about. */
@Component
class ActionsOnRecord {

    private final Audit audit;
    private final ActionTable actions;

    ActionsOnRecord(Audit audit, ActionTable actions) {
        this.audit = audit;
        this.actions = actions;
    }

    /** @return the entry, to which the units are added as it goes on */
    long add(Actor actor, ActionRow action, int duties) {
        Act act = Act.of(word(action.order()), actor.login()).about(duties).saying(said(action.order()));
        return audit.add(actions.plan(action.id()).map(act::ofPlan).orElse(act));
    }

    private static ActWord word(Order order) {
        return switch (order.action()) {
            case remind -> ActWord.manyReminded;
            case chase -> ActWord.manyChased;
            case extend -> ActWord.manyExtended;
            case waive -> ActWord.manyWaived;
            case handOver -> ActWord.manyHandedOver;
        };
    }

    private static String said(Order order) {
        String what = order.until() == null ? order.to() : VietnamTime.text(order.until());
        return what == null ? order.reason() : what + " – " + order.reason();
    }
}
