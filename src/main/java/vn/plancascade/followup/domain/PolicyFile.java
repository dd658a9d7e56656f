package vn.plancascade.followup.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Violation;

/**
 * A decision table that somebody sent, looked at before the engine sees it: only the one table, in plain literals and
 * comparisons. Nothing in it is code, and nothing points outside.
 */
public final class PolicyFile {

    /** The decision's id in the file. */
    public static final String NAME = "deadlinePolicy";

    static final String FIELD = "file";

    private static final int MAX_RULES = 100;
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";
    private static final String TIME_TO_LIVE = "historyTimeToLive";

    /** What may stand in what; the drawing, which is in namespaces of its own, is left alone. */
    private static final Map<String, Set<String>> CHILDREN = Map.of(
            "definitions", Set.of("decision", "description"),
            "decision", Set.of("decisionTable", "description"),
            "decisionTable", Set.of("input", "output", "rule", "description"),
            "input", Set.of("inputExpression", "description"),
            "inputExpression", Set.of("text"),
            "output", Set.of("description"),
            "rule", Set.of("inputEntry", "outputEntry", "description"),
            "inputEntry", Set.of("text", "description"),
            "outputEntry", Set.of("text", "description"));

    private static final Set<String> ATTRIBUTES =
            Set.of("id", "name", "label", "namespace", "hitPolicy", "typeRef", "exporter", "exporterVersion");

    private PolicyFile() {}

    /**
     * The file's text.
     *
     * @throws InvalidInput on {@code file}, with everything that is wrong
     */
    static String checked(byte[] content) {
        String text = PolicyXml.text(content);
        List<Violation> wrong = new ArrayList<>();
        Element definitions = PolicyXml.root(text);
        known(definitions, wrong);
        InvalidInput.throwIfAny(wrong);
        List<Element> decisions = PolicyXml.children(definitions, "decision");
        if (decisions.size() != 1 || !decisions.get(0).getAttribute("id").equals(NAME)) {
            throw PolicyXml.refused("policy.decision", NAME);
        }
        Element decision = decisions.get(0);
        if (!decision.hasAttributeNS(CAMUNDA, TIME_TO_LIVE)) {
            throw PolicyXml.refused("policy.timeToLive", "camunda:" + TIME_TO_LIVE);
        }
        List<Element> tables = PolicyXml.children(decision, "decisionTable");
        if (tables.size() != 1 || !tables.get(0).getAttribute("hitPolicy").equals("COLLECT")) {
            throw PolicyXml.refused("policy.table", "COLLECT");
        }
        PolicyRules.check(tables.get(0), MAX_RULES, wrong);
        InvalidInput.throwIfAny(wrong);
        return text;
    }

    private static void known(Element element, List<Violation> wrong) {
        String name = element.getLocalName();
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            boolean engines = attribute.getNamespaceURI() == null || CAMUNDA.equals(attribute.getNamespaceURI());
            boolean kept = CAMUNDA.equals(attribute.getNamespaceURI())
                    ? name.equals("decision") && attribute.getLocalName().equals(TIME_TO_LIVE)
                    : ATTRIBUTES.contains(attribute.getLocalName());
            if (engines && !kept) {
                wrong.add(new Violation(FIELD, "policy.element", name + "/@" + attribute.getName()));
            }
        }
        for (Element child : PolicyXml.children(element, null)) {
            if (name.equals("definitions") && !PolicyXml.DMN.equals(child.getNamespaceURI())) {
                continue;
            }
            boolean kept = PolicyXml.DMN.equals(child.getNamespaceURI())
                    && CHILDREN.getOrDefault(name, Set.of()).contains(child.getLocalName());
            if (kept) {
                known(child, wrong);
            } else {
                wrong.add(new Violation(FIELD, "policy.element", name + "/" + child.getTagName()));
            }
        }
    }
}
