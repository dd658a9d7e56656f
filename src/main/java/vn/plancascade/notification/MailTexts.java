package vn.plancascade.notification;

import java.util.List;
import vn.plancascade.organisation.Actor;

/** The wording of mails, which an administrator may change; without a change it is the product's own. */
public interface MailTexts {

    /** Every rung that is mailed, in every language. */
    List<MailText> all(Actor actor);

    /**
     * @throws vn.plancascade.kernel.InvalidInput naming {@code subject} or {@code opening}, if it is missing or too long, or
     *     holds a placeholder that is unknown or not closed
     * @throws vn.plancascade.kernel.NotFound if no mail is worded by this rung or in this language
     * @throws vn.plancascade.kernel.NotAllowed if the actor is no administrator
     */
    MailText change(Actor actor, Rung rung, String locale, String subject, String opening);

    /** Back to the product's own wording. */
    MailText reset(Actor actor, Rung rung, String locale);
}
