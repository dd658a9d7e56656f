package vn.plancascade.worklist.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.plancascade.kernel.BusinessProblem;
import vn.plancascade.organisation.Actor;
import vn.plancascade.worklist.OpenedTask;
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

    /** The task's data with its days and numbers as they are written there. */
    ObjectNode shown(Actor actor, String taskId, Locale locale) {
        OpenedTask task = open(actor, taskId, locale);
        return new TextForm(task.form(), locale).shown(task.data());
    }

    /** How the task's days and numbers are read there. */
    TextForm text(Actor actor, String taskId, Locale locale) {
        return new TextForm(open(actor, taskId, locale).form(), locale);
    }

    /** What the task's fields are called there. */
    FieldLabels labels(Actor actor, String taskId, Locale locale) {
        try {
            OpenedTask task = open(actor, taskId, locale);
            return new FieldLabels(task.form(), task.data());
        } catch (BusinessProblem gone) {
            return FieldLabels.NONE;
        }
    }

    private OpenedTask open(Actor actor, String taskId, Locale locale) {
        return worklist.open(actor, taskId, form -> languages.in(locale, form));
    }
}
