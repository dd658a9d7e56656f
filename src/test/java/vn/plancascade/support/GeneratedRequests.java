package vn.plancascade.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Requests made up from the description that the interface gives of itself: some as they should be, most with something odd
 * in them. The same seed makes the same requests.
 */
public final class GeneratedRequests {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String BOUNDARY = "generated";

    private static final List<String> ODD = List.of(
            "",
            " ",
            "0",
            "1",
            "-1",
            "2147483648",
            "99999999999999999999",
            "1.5",
            "NaN",
            "true",
            "null",
            "x",
            "ạ Đ",
            "\0",
            "a\0b",
            "%",
            "_",
            "\\",
            "x\\",
            "'",
            "\"",
            "<script>",
            "${1+1}",
            "#{T(x)}",
            "..",
            "a/b",
            "a;b",
            "=1+1",
            "\r\nX: y",
            "\uD800",
            "2023-03-20",
            "2023-02-30",
            "0000-00-00",
            "9999-12-31T23:59:59+07:00",
            "x".repeat(300),
            "1,2,3",
            "[]",
            "{}");

    private static final List<String> TYPES =
            List.of("*/*", "application/*", "text/plain", "application/xml", "x", "application/json;charset=x", "");

    private final Random random;
    private final JsonNode description;
    private final List<String> known;
    private final List<Operation> operations = new ArrayList<>();
    private final Map<Integer, Integer> answered = new TreeMap<>();

    /** @param known values that name something: logins, codes, numbers of plans and duties */
    public GeneratedRequests(JsonNode description, long seed, List<String> known) {
        this.random = new Random(seed);
        this.description = description;
        this.known = known;
        description
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.add(
                                new Operation(method.getKey().toUpperCase(), path.getKey(), method.getValue()))));
    }

    /** Sends so many, by one client after the other; returns those that met a fault, or an answer that tells of the program. */
    public List<String> faults(int count, Client... clients) {
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Request request = next();
            HttpResponse<String> answer = clients[i % clients.length].send(
                    request.method(), request.address(), request.body(), request.type());
            answered.merge(answer.statusCode() / 100, 1, Integer::sum);
            if (answer.statusCode() >= 500 || isNoisy(answer)) {
                faults.add(request + " -> " + answer.statusCode() + " " + answer.body());
            }
        }
        return faults;
    }

    /** An address that the server itself cannot read reaches nobody who could say so in the product's words. */
    private static boolean isNoisy(HttpResponse<String> answer) {
        String type = answer.headers().firstValue("content-type").orElse("");
        if (answer.statusCode() == 400 && type.startsWith("text/html")) {
            return !answer.body().contains("<h1>HTTP Status 400");
        }
        return answer.statusCode() >= 400
                && (answer.body().contains("Exception")
                        || answer.body().contains("vn.plancascade")
                        || !type.startsWith("application/problem+json"));
    }

    /** How many answers there were of each hundred. */
    public Map<Integer, Integer> answered() {
        return answered;
    }

    private Request next() {
        Operation operation = operations.get(random.nextInt(operations.size()));
        String path = operation.path();
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : operation.described().path("parameters")) {
            String name = parameter.get("name").asText();
            String value = value(parameter.path("schema"));
            if (parameter.get("in").asText().equals("path")) {
                path = path.replace("{" + name + "}", encoded(value.isEmpty() ? "x" : value));
            } else if (chance(60)) {
                query.add(encoded(name) + "=" + encoded(value));
            }
        }
        if (chance(5)) {
            query.add(encoded(odd()) + "=" + encoded(odd()));
        }
        String address = path + (query.isEmpty() ? "" : "?" + String.join("&", query));
        JsonNode content = operation.described().at("/requestBody/content");
        if (content.isMissingNode() && !chance(5)) {
            return new Request(operation.method(), address, null, null);
        }
        boolean file = content.has("multipart/form-data");
        String type = file ? "multipart/form-data; boundary=" + BOUNDARY : "application/json";
        String body = file
                ? part()
                : json(content.path("application/json").path("schema"), 0).toString();
        if (chance(3)) {
            type = TYPES.get(random.nextInt(TYPES.size()));
        }
        if (chance(3)) {
            body = body.substring(0, random.nextInt(body.length() + 1));
        }
        return new Request(operation.method(), address, type, body);
    }

    private String part() {
        String name = chance(80) ? "file" : "typo";
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\""
                + odd().replaceAll("[\"\\r\\n]", "") + "\"\r\nContent-Type: text/csv\r\n\r\n" + odd() + "\r\n--"
                + BOUNDARY
                + "--\r\n";
    }

    private JsonNode json(JsonNode given, int depth) {
        JsonNode schema =
                given.has("$ref") ? description.at(given.get("$ref").asText().substring(1)) : given;
        if (depth > 6 || chance(10)) {
            return JSON.textNode(odd());
        }
        return switch (schema.path("type").asText()) {
            case "object" -> object(schema, depth);
            case "array" -> {
                ArrayNode items = JSON.arrayNode();
                for (int i = random.nextInt(3); i > 0; i--) {
                    items.add(json(schema.path("items"), depth + 1));
                }
                yield items;
            }
            case "integer", "number" -> chance(70) ? JSON.numberNode(random.nextInt(40) - 5) : JSON.numberNode(1e300);
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            default -> chance(10) ? JSON.nullNode() : JSON.textNode(value(schema));
        };
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.objectNode();
        for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
            if (chance(85)) {
                object.set(field.getKey(), json(field.getValue(), depth + 1));
            }
        }
        if (chance(5)) {
            object.put(odd(), odd());
        }
        return object;
    }

    /** Half of the time something that could be meant. */
    private String value(JsonNode given) {
        JsonNode schema =
                given.has("$ref") ? description.at(given.get("$ref").asText().substring(1)) : given;
        if (chance(50)) {
            return odd();
        }
        JsonNode listed = schema.path("enum");
        return listed.isEmpty()
                ? known.get(random.nextInt(known.size()))
                : listed.get(random.nextInt(listed.size())).asText();
    }

    private String odd() {
        return ODD.get(random.nextInt(ODD.size()));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** @param described as the interface describes it */
    private record Operation(String method, String path, JsonNode described) {}

    /** @param type null where there is no body */
    private record Request(String method, String address, String type, String body) {}
}
