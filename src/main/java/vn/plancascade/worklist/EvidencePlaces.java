package vn.plancascade.worklist;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.plancascade.deadline.DutyKind;

/** The items of a kind of document at which evidence is filed. A room has one for the documents that it knows. */
public interface EvidencePlaces {

    Set<DutyKind> kinds();

    /** The items of the duty's document, in its order. */
    List<Place> of(long dutyId, Locale locale);

    /**
     * @param key the number of a task, the code of a figure, or the name of a part
     * @param label what people call it
     * @param inRow whether it is a row of the draft's form, so that its evidence is shown there
     */
    record Place(String key, String label, boolean inRow) {}
}
