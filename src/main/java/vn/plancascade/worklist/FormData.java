package vn.plancascade.worklist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Letters;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.PlainJson;
import vn.plancascade.kernel.PlainText;
import vn.plancascade.kernel.Violation;

/** Reads what a form sent into a record, and says which field is wrong where it cannot. */
public final class FormData {

    /** Longest text of one field; a comment has its own, shorter bound. */
    public static final int MAX_TEXT = 20_000;

    public static final int MAX_COMMENT = 4_000;

    /** It is read on pages and in mails, and stands in no document. */
    private static final String COMMENT = "comment";

    private static final int MAX_ITEMS = 500;

    /** Digits before the point, and after it, that any number may have; what it counts has bounds of its own. */
    private static final int MAX_DIGITS = 18;

    private static final ObjectMapper JSON = PlainJson.into(JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addDeserializer(LocalDate.class, new TypedDay()))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .withCoercionConfig(
                    LogicalType.Enum,
                    config -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.AsNull))
            .withCoercionConfigDefaults(
                    config -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.AsNull))
            .build());

    private static final ObjectMapper STRICT = JSON.copy().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private static final int MAX_BYTES = 1024 * 1024;
    private static final int MAX_DEPTH = 10;
    private static final int MAX_VALUES = 20_000;

    private FormData() {}

    /** @throws InvalidInput naming the field whose value has the wrong type */
    public static <T> T read(ObjectNode data, Class<T> type) {
        try {
            return JSON.treeToValue(data, type);
        } catch (PlainJson.Broken broken) {
            throw new InvalidInput(PlainJson.path(broken), "controlCharacter");
        } catch (JsonMappingException wrong) {
            throw new InvalidInput(PlainJson.path(wrong), wanted(wrong));
        } catch (JsonProcessingException wrong) {
            throw new InvalidInput((String) null, "type");
        }
    }

    /** What a field wants instead of what it got. */
    private static String wanted(JsonMappingException wrong) {
        Class<?> type = wrong instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        if (type == LocalDate.class) {
            return "date";
        }
        return type == Integer.class ? "number" : type == BigDecimal.class ? "amount" : "type";
    }

    /** Refuses what no field of the type takes, however deep. */
    public static void refuseUnknown(ObjectNode sent, Class<?> type) {
        try {
            STRICT.treeToValue(sent, type);
        } catch (UnrecognizedPropertyException unknown) {
            throw unknownField(PlainJson.path(unknown));
        } catch (JsonMappingException wrong) {
            throw new InvalidInput(PlainJson.path(wrong), "type");
        } catch (JsonProcessingException wrong) {
            throw new InvalidInput((String) null, "type");
        }
    }

    /** Refuses what is neither a field of the form nor shown by it. */
    public static void refuseUnknown(ObjectNode sent, Set<String> known) {
        sent.properties().stream()
                .map(Map.Entry::getKey)
                .filter(field -> !known.contains(field))
                .findFirst()
                .ifPresent(field -> {
                    throw unknownField(field);
                });
    }

    /** The refusal of a field that no form has, naming it as far as it can be shown. */
    public static InvalidInput unknownField(String field) {
        String line = Names.line(field);
        String shown = line.length() > 100 ? line.substring(0, 100) + "…" : line;
        return new InvalidInput(shown, InvalidInput.UNKNOWN_FIELD, shown);
    }

    /** Refuses what no form fills: too much of it, too many values or too deep, before anything looks closer. */
    public static void refuseBoundless(ObjectNode sent) {
        if (values(sent, MAX_DEPTH, MAX_VALUES) < 0) {
            throw new InvalidInput((String) null, "form.tooComplex", MAX_VALUES, MAX_DEPTH);
        }
        if (sent.toString().getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new InvalidInput((String) null, "form.tooLarge", MAX_BYTES / 1024);
        }
    }

    /** How many more values are allowed after this one; negative where it holds too many, or lies too deep. */
    private static int values(JsonNode node, int depth, int left) {
        if (depth < 0) {
            return -1;
        }
        int rest = left - 1;
        for (JsonNode child : node) {
            if (rest < 0) {
                return rest;
            }
            rest = values(child, depth - 1, rest);
        }
        return rest;
    }

    /** @throws IllegalStateException if what was stored is not of the type any more */
    public static <T> T read(String stored, Class<T> type) {
        try {
            return JSON.readValue(stored, type);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("Stored form data cannot be read", corrupt);
        }
    }

    public static ObjectNode toNode(Object value) {
        return JSON.valueToTree(value);
    }

    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** The text of a field, or null where it is missing, blank or not text. */
    public static String text(ObjectNode data, String field) {
        JsonNode value = data.get(field);
        return value == null
                        || value.isNull()
                        || value.isContainerNode()
                        || value.asText().isBlank()
                ? null
                : value.asText().strip();
    }

    /** A comment within its bound, or null. */
    public static String comment(ObjectNode data) {
        JsonNode value = data.get(COMMENT);
        if (value != null && value.isContainerNode()) {
            throw new InvalidInput(COMMENT, "type");
        }
        String comment = text(data, COMMENT);
        if (comment != null && comment.length() > MAX_COMMENT) {
            throw new InvalidInput(COMMENT, "tooLong", MAX_COMMENT);
        }
        return comment;
    }

    private static boolean isBounded(JsonNode number) {
        if (number.isFloatingPointNumber() && !Double.isFinite(number.doubleValue())) {
            return false;
        }
        BigDecimal value = number.decimalValue();
        return value.precision() - value.scale() <= MAX_DIGITS && value.scale() <= MAX_DIGITS;
    }

    /** Refuses texts, lists and numbers beyond their bounds, and signs that no document can hold or print. */
    public static void checkSizes(ObjectNode data) {
        List<Violation> found = new ArrayList<>();
        data.properties().forEach(entry -> check(entry.getKey(), entry.getValue(), found));
        InvalidInput.throwIfAny(found);
    }

    private static void check(String path, JsonNode value, List<Violation> found) {
        int bound = path.equals(COMMENT) ? MAX_COMMENT : MAX_TEXT;
        if (value.isTextual() && value.textValue().length() > bound) {
            found.add(new Violation(path, "tooLong", bound));
        } else if (value.isTextual() && PlainText.isBroken(value.textValue())) {
            found.add(new Violation(path, "controlCharacter"));
        } else if (value.isTextual() && !path.equals(COMMENT)) {
            Letters.refusal(path, value.textValue()).ifPresent(found::add);
        } else if (value.isNumber() && !isBounded(value)) {
            found.add(new Violation(path, "number.bounds"));
        } else if (value instanceof ArrayNode array) {
            if (array.size() > MAX_ITEMS) {
                found.add(new Violation(path, "tooMany", MAX_ITEMS));
            } else {
                for (int i = 0; i < array.size(); i++) {
                    check(path + "[" + i + "]", array.get(i), found);
                }
            }
        } else if (value instanceof ObjectNode object) {
            object.properties().forEach(entry -> check(path + "." + entry.getKey(), entry.getValue(), found));
        }
    }
}
