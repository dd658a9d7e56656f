package vn.plancascade.worklist;

import java.util.List;
import java.util.Locale;

/** A form of those who decide, which tells what a new round says otherwise than the one that was returned. */
public interface RoundForm extends WorkForm {

    /**
     * @param before what was returned
     * @param now what is submitted
     */
    List<RoundChange> changes(WorkItem item, String before, String now, Locale locale);
}
