package vn.plancascade.followup.domain;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import vn.plancascade.kernel.InvalidInput;

/** The text of a decision table as elements, read so that nothing in it can reach outside. */
final class PolicyXml {

    static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";

    private static final int MAX_BYTES = 256 * 1024;

    private static final Pattern OTHER_ENCODING =
            Pattern.compile("^\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"'](?!utf-8[\"'])", Pattern.CASE_INSENSITIVE);

    private PolicyXml() {}

    /** @throws InvalidInput for what is too long, or in another encoding than UTF-8 */
    static String text(byte[] content) {
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

    static Element root(String text) {
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

    static InvalidInput refused(String code, Object... args) {
        return new InvalidInput(PolicyFile.FIELD, code, args);
    }
}
