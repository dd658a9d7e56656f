package vn.plancascade.worklist.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.plancascade.kernel.BusinessProblem;
import vn.plancascade.organisation.Actor;
import vn.plancascade.worklist.Worklist;
import vn.plancascade.worklist.form.FieldLabels;
import vn.plancascade.worklist.form.TextForm;

/** The forms of tasks as Tasklist has them. */
@Component
class TasklistForms {

    private final Worklist worklist;
    private final FormLanguage languages;

    TasklistForms(Worklist worklist, FormLanguage languages) {
        this.worklist = worklist;
        this.languages = languages;
    }

    /** How the task's days and numbers are written and read there. */
    TextForm text(Actor actor, String taskId, Locale locale) {
        return new TextForm(form(actor, taskId, locale), locale);
    }

    /** What the task's fields are called there. */
    FieldLabels labels(Actor actor, String taskId, Locale locale) {
        try {
            return new FieldLabels(form(actor, taskId, locale), worklist.draft(actor, taskId));
        } catch (BusinessProblem gone) {
            return FieldLabels.NONE;
        }
    }

    private ObjectNode form(Actor actor, String taskId, Locale locale) {
        return worklist.form(actor, taskId, form -> languages.in(locale, form));
    }
}
