package vn.plancascade.notification;

import java.util.Collection;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.organisation.Actor;

/** The notices of the units that the actor may see, and the actor's own. */
public interface Notices {

    Page<Notice> visibleTo(Actor actor, NoticeQuery query, PageRequest page);

    /** How many about these duties have not gone out yet. */
    int waitingFor(Collection<Long> duties);
}
