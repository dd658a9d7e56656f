package vn.plancascade.followup.domain;

import static vn.plancascade.followup.domain.PolicyFile.FIELD;
import static vn.plancascade.followup.domain.PolicyXml.children;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.w3c.dom.Element;
import vn.plancascade.kernel.Violation;
import vn.plancascade.notification.Rung;
import vn.plancascade.notification.Stage.Audience;
import vn.plancascade.notification.Stage.Form;

/** What the rows of the decision table may say; the names are those of the product, see {@link StagePolicy}. */
final class PolicyRules {

    private static final String NUMBER = "-?[0-9]{1,4}";
    private static final String TEST =
            "(?:(?:[<>]=?\\s*)?" + NUMBER + "|[\\[\\](]\\s*" + NUMBER + "\\s*\\.\\.\\s*" + NUMBER + "\\s*[\\[\\])])";
    private static final Pattern NUMBERS = either(TEST);
    private static final Pattern WORDS = either("\"[A-Za-z]{1,40}\"");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"");

    private PolicyRules() {}

    static void check(Element table, int most, List<Violation> wrong) {
        List<String> inputs = children(table, "input").stream()
                .map(input -> text(children(input, "inputExpression")))
                .toList();
        List<String> outputs = children(table, "output").stream()
                .map(output -> output.getAttribute("name"))
                .toList();
        List<Element> rules = children(table, "rule");
        if (inputs.size() != PolicyNames.INPUTS.size() || !Set.copyOf(inputs).equals(PolicyNames.INPUTS.keySet())) {
            wrong.add(new Violation(FIELD, "policy.inputs", String.join(", ", PolicyNames.INPUTS.keySet())));
        } else if (!outputs.equals(PolicyNames.OUTPUTS)) {
            wrong.add(new Violation(FIELD, "policy.outputs", String.join(", ", PolicyNames.OUTPUTS)));
        } else if (rules.isEmpty() || rules.size() > most) {
            wrong.add(new Violation(FIELD, "policy.rules", most));
        } else {
            for (int i = 0; i < rules.size(); i++) {
                rule(i + 1, rules.get(i), inputs, wrong);
            }
        }
    }

    private static void rule(int number, Element rule, List<String> inputs, List<Violation> wrong) {
        List<Element> conditions = children(rule, "inputEntry");
        List<Element> told = children(rule, "outputEntry");
        if (conditions.size() != inputs.size() || told.size() != PolicyNames.OUTPUTS.size()) {
            wrong.add(new Violation(FIELD, "policy.cells", number));
            return;
        }
        for (int i = 0; i < inputs.size(); i++) {
            condition(number, inputs.get(i), text(List.of(conditions.get(i))), wrong);
        }
        String rung = literal(number, text(List.of(told.get(0))), PolicyNames.RUNGS, wrong);
        String to = text(List.of(told.get(1)));
        Matcher list = WORD.matcher(to);
        if (list.matches()) {
            for (String name : list.group(1).split(",", -1)) {
                known(number, name.strip(), PolicyNames.AUDIENCES, wrong);
            }
        } else {
            wrong.add(new Violation(FIELD, "policy.text", number, to));
        }
        String form = literal(number, text(List.of(told.get(2))), PolicyNames.FORMS, wrong);
        Arrays.stream(Rung.values())
                .filter(known ->
                        known.name().equals(rung) && !Form.of(known).name().equals(form))
                .forEach(known -> wrong.add(new Violation(FIELD, "policy.task", number, known, Form.of(known))));
        if (list.matches()
                && List.of(list.group(1).split("\\s*,\\s*")).contains(Audience.leader.name())
                        != Form.letter.name().equals(form)) {
            wrong.add(new Violation(FIELD, "policy.letter", number, Audience.leader, Form.letter));
        }
    }

    private static void condition(int number, String input, String text, List<Violation> wrong) {
        if (text.isEmpty() || text.equals("-")) {
            return;
        }
        Set<String> words = PolicyNames.INPUTS.get(input);
        if (!(words == null ? NUMBERS : WORDS).matcher(text).matches()) {
            wrong.add(new Violation(FIELD, "policy.condition", number, input, text));
        } else if (words != null) {
            Matcher word = WORD.matcher(text);
            while (word.find()) {
                known(number, word.group(1), words, wrong);
            }
        }
    }

    private static String literal(int number, String text, Set<String> allowed, List<Violation> wrong) {
        Matcher word = WORD.matcher(text);
        if (!word.matches()) {
            wrong.add(new Violation(FIELD, "policy.text", number, text));
            return null;
        }
        known(number, word.group(1), allowed, wrong);
        return word.group(1);
    }

    private static void known(int number, String name, Set<String> allowed, List<Violation> wrong) {
        if (!allowed.contains(name)) {
            wrong.add(new Violation(FIELD, "policy.name", number, name, String.join(", ", allowed)));
        }
    }

    private static String text(List<Element> cells) {
        return cells.size() != 1
                ? ""
                : children(cells.get(0), "text").stream()
                        .map(Element::getTextContent)
                        .collect(Collectors.joining())
                        .strip();
    }

    private static Pattern either(String one) {
        String list = one + "(?:\\s*,\\s*" + one + ")*";
        return Pattern.compile(list + "|not\\s*\\(\\s*" + list + "\\s*\\)");
    }
}
