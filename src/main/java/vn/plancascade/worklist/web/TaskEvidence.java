package vn.plancascade.worklist.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.plancascade.document.StoredEvidence;
import vn.plancascade.worklist.Attachments;
import vn.plancascade.worklist.EvidencePlaces.Place;
import vn.plancascade.worklist.WorkItem;

/**
 * The evidence of what a task is about, as its page shows it.
 *
 * @param places the items at which it may stand
 * @param rows keys of those that are rows of the form that is being filled in
 * @param open whether this person may add to it and take from it
 */
record TaskEvidence(List<Place> places, List<String> rows, List<StoredEvidence> files, boolean open) {

    static TaskEvidence of(Attachments attachments, WorkItem item, boolean isOpen, Locale locale) {
        List<Place> places = attachments.places(item, locale);
        boolean isTaken = attachments.isTaken(item);
        return new TaskEvidence(
                places,
                places.stream()
                        .filter(place -> isTaken && place.inRow())
                        .map(Place::key)
                        .toList(),
                attachments.of(item),
                isOpen && isTaken);
    }

    public List<StoredEvidence> at(String key) {
        return files.stream().filter(file -> file.item().equals(key)).toList();
    }

    /** The id of the form that adds to an item, or to any where the key is empty; htmx looks for it as a selector. */
    public String form(String key) {
        return key.isEmpty() ? "evidence-add" : "evidence-add-" + rows.indexOf(key);
    }

    /** The items with evidence that are no rows, in the document's order; last what the document says no more. */
    public List<Place> others() {
        Set<String> wanted = new HashSet<>();
        files.forEach(file -> wanted.add(file.item()));
        rows.forEach(wanted::remove);
        List<Place> filled = new ArrayList<>(
                places.stream().filter(place -> wanted.remove(place.key())).toList());
        wanted.stream().sorted().forEach(gone -> filled.add(new Place(gone, gone, false)));
        return filled;
    }
}
