package vn.plancascade.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import vn.plancascade.kernel.BusinessProblem;

/**
 * A refused form as its page shows it again, in the user's language.
 *
 * @param sentence what is wrong where no field is to blame; null where fields are
 * @param fields what is wrong by the field's name
 */
public record FormProblem(HttpStatus status, String sentence, Map<String, String> fields) {

    public static FormProblem of(BusinessProblem problem, Texts texts) {
        Map<String, String> fields = new LinkedHashMap<>();
        problem.violations().forEach(violation -> fields.putIfAbsent(violation.field(), texts.of(violation)));
        return new FormProblem(
                ProblemHandler.statusOf(problem), fields.isEmpty() ? texts.of(problem.main()) : null, fields);
    }

    /** The form's page, with this on it and its status. */
    public ModelAndView on(ModelAndView page) {
        page.setStatus(status);
        return page.addObject("problem", this);
    }
}
