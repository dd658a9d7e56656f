package vn.plancascade.followup.domain;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
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

    private static final int MAX_BYTES = 256 * 1024;
    private static final int MAX_RULES = 100;
    private static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";
    private static final String TIME_TO_LIVE = "historyTimeToLive";
    private static final Pattern OTHER_ENCODING =
            Pattern.compile("^\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"'](?!utf-8[\"'])", Pattern.CASE_INSENSITIVE);

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
        String text = text(content);
        List<Violation> wrong = new ArrayList<>();
        Element definitions = root(text);
        known(definitions, wrong);
        InvalidInput.throwIfAny(wrong);
        List<Element> decisions = children(definitions, "decision");
        if (decisions.size() != 1 || !decisions.get(0).getAttribute("id").equals(NAME)) {
            throw refused("policy.decision", NAME);
        }
        Element decision = decisions.get(0);
        if (!decision.hasAttributeNS(CAMUNDA, TIME_TO_LIVE)) {
            throw refused("policy.timeToLive", "camunda:" + TIME_TO_LIVE);
        }
        List<Element> tables = children(decision, "decisionTable");
        if (tables.size() != 1 || !tables.get(0).getAttribute("hitPolicy").equals("COLLECT")) {
            throw refused("policy.table", "COLLECT");
        }
        PolicyRules.check(tables.get(0), MAX_RULES, wrong);
        InvalidInput.throwIfAny(wrong);
        return text;
    }

    private static String text(byte[] content) {
        if (content.length > MAX_BYTES) {
            throw refused("policy.size", MAX_BYTES / 1024);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            if (OTHER_ENCODING.matcher(text).find()) {
                throw refused("policy.xml");
            }
            return text;
        } catch (CharacterCodingException otherEncoding) {
            throw refused("policy.xml");
        }
    }

    private static Element root(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setExpandEntityReferences(false);
            factory.setXIncludeAware(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
            Element root = builder.parse(new InputSource(new StringReader(withoutMark)))
                    .getDocumentElement();
            if (!DMN.equals(root.getNamespaceURI()) || !root.getLocalName().equals("definitions")) {
                throw refused("policy.xml");
            }
            return root;
        } catch (SAXException | IOException noXml) {
            throw refused("policy.xml");
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
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
        for (Element child : children(element, null)) {
            if (name.equals("definitions") && !DMN.equals(child.getNamespaceURI())) {
                continue;
            }
            boolean kept = DMN.equals(child.getNamespaceURI())
                    && CHILDREN.getOrDefault(name, Set.of()).contains(child.getLocalName());
            if (kept) {
                known(child, wrong);
            } else {
                wrong.add(new Violation(FIELD, "policy.element", name + "/" + child.getTagName()));
            }
        }
    }

    /** @param name null for all of them */
    static List<Element> children(Element parent, String name) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && (name == null || name.equals(element.getLocalName()))) {
                children.add(element);
            }
        }
        return children;
    }

    private static InvalidInput refused(String code, Object... args) {
        return new InvalidInput(FIELD, code, args);
    }
}
