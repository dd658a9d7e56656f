package vn.plancascade.audit;

import java.util.List;
import java.util.function.Consumer;
import vn.plancascade.kernel.Act;
import vn.plancascade.organisation.Actor;

/** Who did what: administrators read all of it, inspectors what concerns the units that they watch over. */
public interface Audit {

    /**
     * The newest entries that the query finds, up to this many.
     *
     * @throws vn.plancascade.kernel.NotAllowed if the actor is neither an administrator nor an inspector
     */
    List<AuditEntry> find(Actor actor, AuditQuery query, int most);

    /** How many the query finds, wherever it reads on. */
    long count(Actor actor, AuditQuery query);

    /**
     * Puts an act on record in the caller's transaction, for those who add the units of its parts by
     * {@link vn.plancascade.kernel.WholeAct}; all others publish the act as an event.
     *
     * @return the entry's id
     */
    long add(Act act);

    /** Hands all of them out as they are read, the newest first. */
    void each(Actor actor, AuditQuery query, Consumer<AuditEntry> reader);
}
