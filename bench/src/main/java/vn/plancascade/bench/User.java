package vn.plancascade.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody of the demo in front of the product: with the login page and its cookies, or over REST with a password. */
final class User {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final String PASSWORD = "demo";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .build();
    private final String root;
    private final String login;

    /** @param login null for somebody who is not known */
    User(int port, String login) {
        this.root = "http://localhost:" + port;
        this.login = login;
    }

    boolean answers(String path) {
        try {
            return http.send(request(path).GET().build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    JsonNode get(String path) {
        return json(request(path).GET());
    }

    JsonNode post(String path, ObjectNode body) {
        return json(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    private JsonNode json(HttpRequest.Builder request) {
        try {
            return JSON.readTree(ok(request.header("Authorization", basic())));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** What this person finds under this key in the task list, which has to be one. */
    String task(String key) {
        JsonNode found = get("/api/v1/tasks?size=2&key=" + key).get("items");
        if (found.size() != 1) {
            throw new IllegalStateException(login + " has " + found.size() + " tasks " + key);
        }
        return found.get(0).get("id").asText();
    }

    void complete(String task, ObjectNode variables) {
        post("/api/v1/tasks/" + task + "/complete", JSON.createObjectNode().set("variables", variables));
    }

    /** Through the login page, as a browser does. */
    User login() {
        form("/login", page("/login"), Map.of("username", login, "password", PASSWORD));
        return this;
    }

    String page(String path) {
        return ok(request(path).header("Accept", "text/html").GET());
    }

    /** Sends a page's form, with the token that was in it. */
    void form(String path, String page, Map<String, String> fields) {
        Matcher token = TOKEN.matcher(page);
        if (!token.find()) {
            throw new IllegalStateException("No form in front of " + path);
        }
        String body = "_csrf=" + encoded(token.group(1))
                + fields.entrySet().stream()
                        .map(field -> "&" + field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining());
        HttpResponse<String> answer = send(request(path)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
        if (answer.statusCode() >= 400
                || answer.headers().firstValue("location").orElse("").contains("login?")) {
            throw new IllegalStateException(path + " " + answer.statusCode());
        }
    }

    /** Reads a file off the line and throws it away; its size in bytes. */
    long download(String path) {
        try {
            HttpRequest request =
                    request(path).header("Authorization", basic()).GET().build();
            HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException(path + " " + answer.statusCode());
                }
                long size = 0;
                byte[] some = new byte[1 << 16];
                for (int n = body.read(some); n >= 0; n = body.read(some)) {
                    size += n;
                }
                return size;
            }
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private String ok(HttpRequest.Builder request) {
        HttpResponse<String> answer = send(request);
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.request().uri() + " " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(root + path)).timeout(Duration.ofMinutes(10));
    }

    private String basic() {
        return "Basic " + Base64.getEncoder().encodeToString((login + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
