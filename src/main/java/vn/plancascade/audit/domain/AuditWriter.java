package vn.plancascade.audit.domain;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.DutyNote;
import vn.plancascade.deadline.ObligationChanged;
import vn.plancascade.kernel.Act;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.kernel.WholeAct;

/** Writes what people do into the audit, in the transaction in which they do it. What the product does by itself is no act. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class AuditWriter {

    private final AuditTable table;

    AuditWriter(AuditTable table) {
        this.table = table;
    }

    @EventListener
    void on(Act act) {
        if (WholeAct.underWay().isPresent()) {
            act.units().forEach(this::addToWhole);
        } else {
            table.add(act);
        }
    }

    @EventListener
    void on(ObligationChanged change) {
        if (change.actor() == null) {
            return;
        }
        String unit = change.duty().unitCode();
        if (WholeAct.underWay().isPresent()) {
            addToWhole(unit);
        } else {
            table.add(
                    change.word().name(),
                    change.actor(),
                    change.duty().planId(),
                    change.duty().id(),
                    List.of(unit),
                    change.word() == DutyNote.extended
                            ? VietnamTime.text(change.duty().lastDay())
                            : null,
                    change.detail());
        }
    }

    private void addToWhole(String unit) {
        WholeAct.underWay().flatMap(WholeAct::entry).ifPresent(entry -> table.addUnit(entry, unit));
    }
}
