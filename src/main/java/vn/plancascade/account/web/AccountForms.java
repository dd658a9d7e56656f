package vn.plancascade.account.web;

import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import vn.plancascade.kernel.BusinessProblem;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.web.FormProblem;
import vn.plancascade.web.Texts;

/** A form that is sent and comes back where something is wrong with it. */
@Component
class AccountForms {

    private final Texts texts;

    AccountForms(Texts texts) {
        this.texts = texts;
    }

    /**
     * @param step what the form is sent for
     * @param again its page, for what is refused
     */
    ModelAndView tried(Supplier<ModelAndView> step, Supplier<ModelAndView> again) {
        try {
            return step.get();
        } catch (NotFound gone) {
            return gone();
        } catch (BusinessProblem refused) {
            return FormProblem.of(refused, texts).on(again.get());
        }
    }

    /** The page of what is not there any more. */
    static ModelAndView gone() {
        ModelAndView page = new ModelAndView("account-gone");
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }
}
