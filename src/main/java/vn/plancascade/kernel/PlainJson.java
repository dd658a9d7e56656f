package vn.plancascade.kernel;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;

/**
 * Texts and numbers of JSON as they come in: every text in the form of {@link PlainText}, alone, in lists, in maps and in
 * trees; every number as it was written, so that one beyond all measure is still one that can be refused by its field.
 */
public final class PlainJson {

    private PlainJson() {}

    public static ObjectMapper mapper() {
        return into(new ObjectMapper());
    }

    /** Makes a mapper read so; it is the same mapper. */
    public static <M extends ObjectMapper> M into(M json) {
        json.registerModule(new SimpleModule("plain texts").addDeserializer(String.class, new Texts()));
        json.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        json.setNodeFactory(new Trees());
        return json;
    }

    /** Where in what was sent something is wrong, as a field's path; null for the whole of it. */
    public static String path(JsonMappingException wrong) {
        StringBuilder path = new StringBuilder();
        wrong.getPath().forEach(step -> {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        });
        return path.isEmpty() ? null : path.toString();
    }

    /** A text that no document can hold; where it stood is in its path. */
    public static final class Broken extends JsonMappingException {

        private static final long serialVersionUID = 1L;

        private Broken(JsonParser parser) {
            super(parser, "Control character");
        }
    }

    private static final class Texts extends StdScalarDeserializer<String> {

        private static final long serialVersionUID = 1L;

        private Texts() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = PlainText.of(StringDeserializer.instance.deserialize(parser, context));
            if (PlainText.isBroken(text)) {
                throw new Broken(parser);
            }
            return text;
        }
    }

    /** What is broken in a tree is told by whoever knows what its fields are called. */
    private static final class Trees extends JsonNodeFactory {

        private static final long serialVersionUID = 1L;

        @Override
        public TextNode textNode(String text) {
            return super.textNode(PlainText.of(text));
        }
    }
}
