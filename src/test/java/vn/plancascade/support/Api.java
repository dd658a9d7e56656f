package vn.plancascade.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The product as a stranger reaches it: over HTTP, as one user. */
public final class Api {

    public static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String base;
    private final String login;

    public Api(int port, String login) {
        this.base = "http://localhost:" + port;
        this.login = login;
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, Object body) {
        return send(request(path).POST(json(body)));
    }

    public Answer put(String path, Object body) {
        return send(request(path).PUT(json(body)));
    }

    public Answer patch(String path, Object body) {
        return send(request(path).method("PATCH", json(body)));
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /** A file that is downloaded. */
    public byte[] bytes(String path) {
        return bytes(request(path).GET());
    }

    /** The same where it has to be asked for by a form without fields. */
    public byte[] posted(String path) {
        return bytes(request(path).POST(HttpRequest.BodyPublishers.noBody()));
    }

    private static byte[] bytes(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    /** Posts a form with one file, or none where it is null. */
    public Answer upload(String path, Map<String, String> fields, String fileName, byte[] file) {
        String boundary = "----plan-cascade-boundary";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(("--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"" + name
                        + "\"\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n" + value + "\r\n")
                .getBytes(StandardCharsets.UTF_8)));
        if (file != null) {
            body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                            + fileName + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(path)
                .setHeader("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** The caller's tasks of this kind. */
    public List<JsonNode> tasks(String key) {
        List<JsonNode> tasks = new ArrayList<>();
        get("/api/v1/tasks?size=2000&key=" + key).ok().get("items").forEach(tasks::add);
        return tasks;
    }

    /** The id of the caller's one task of this kind. */
    public String task(String key) {
        List<JsonNode> tasks = tasks(key);
        if (tasks.size() != 1) {
            throw new AssertionError(login + " has " + tasks.size() + " tasks " + key);
        }
        return tasks.get(0).get("id").asText();
    }

    public Answer complete(String taskId, ObjectNode variables) {
        return post("/api/v1/tasks/" + taskId + "/complete", object().set("variables", variables));
    }

    public ObjectNode draft(String taskId) {
        return (ObjectNode) get("/api/v1/tasks/" + taskId + "/draft").ok();
    }

    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** The draft with every item adopted. */
    public static ObjectNode adopted(ObjectNode draft) {
        ((ArrayNode) draft.get("items"))
                .forEach(item -> ((ObjectNode) item)
                        .put("response", "adopted")
                        .put("activity", "Tổ chức thực hiện")
                        .put("inCharge", "Phòng Kế hoạch")
                        .put("from", "2023-04-01")
                        .put("to", "2023-12-31")
                        .put("budget", 10)
                        .put("output", "Báo cáo"));
        return draft;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json");
        if (login != null) {
            String basic = Base64.getEncoder().encodeToString((login + ":demo").getBytes(StandardCharsets.UTF_8));
            builder.header("Authorization", "Basic " + basic);
        }
        return builder;
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        return HttpRequest.BodyPublishers.ofString(body == null ? "" : body.toString());
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    /** What came back. */
    public record Answer(int status, String body) {

        public JsonNode ok() {
            if (status / 100 != 2) {
                throw new AssertionError(status + ": " + body);
            }
            return json();
        }

        public JsonNode json() {
            try {
                return body.isEmpty() ? object() : JSON.readTree(body);
            } catch (IOException noJson) {
                throw new AssertionError(body, noJson);
            }
        }

        /** The fields named in the problem's errors. */
        public List<String> fields() {
            List<String> fields = new ArrayList<>();
            json().path("errors").forEach(error -> fields.add(error.get("field").asText()));
            return fields;
        }
    }
}
