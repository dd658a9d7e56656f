package vn.plancascade.worklist.form;

import java.util.Map;

/** Evaluates the expressions of form files, in the language in which Camunda's own forms read them (FEEL). */
public interface FormExpressions {

    /**
     * @param expression without the leading equals sign
     * @return null where it has no value, as with a field that is not there
     */
    Object value(String expression, Map<String, Object> names);
}
