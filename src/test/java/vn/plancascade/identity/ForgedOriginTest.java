package vn.plancascade.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.plancascade.support.Client;

/** What a request says of where it comes from and whither it went is believed of nobody whom no operator has named. */
class ForgedOriginTest extends RunningApplication {

    private static final String FORGED = "boyte.gia-mao.example";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/obligations?q=a",
                "/people",
                "/logout",
                "/camunda",
                "/camunda/",
                "/camunda/app",
                "/camunda/app/tasklist",
                "/engine-rest",
                "/login",
                "/css",
                "/account",
                "/v3/api-docs",
                "/actuator/health",
                "/khong-co"
            })
    void noAnswerNamesTheHostThatARequestNames(String path) throws IOException {
        for (boolean loggedIn : List.of(false, true)) {
            String answer = raw(path, loggedIn ? cookies() : "");
            assertThat(answer).as(path).doesNotContain(FORGED);
            answer.lines()
                    .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("location:"))
                    .forEach(line -> assertThat(line.substring(9).strip())
                            .satisfiesAnyOf(
                                    to -> assertThat(to).matches("/[^/].*|/"),
                                    to -> assertThat(to).startsWith("https://kehoach.example.vn/")));
        }
    }

    @Test
    void afterTheLoginAPersonGoesOnToThePageAndToNoOtherHost() {
        Client browser = client();
        HttpResponse<String> sent = browser.page("/obligations?q=a");
        assertThat(sent.headers().firstValue("location")).hasValue("/login");
        String token = Client.formToken(browser.page("/login"));
        assertThat(browser.form("/login", Map.of("username", DRAFTER, "password", PASSWORD, "_csrf", token))
                        .headers()
                        .firstValue("location"))
                .hasValue("/obligations?q=a");
    }

    private String cookies() {
        return session(DRAFTER).cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** By hand, since no client of Java's lets a program write {@code Host}. */
    private String raw(String path, String cookies) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: " + FORGED + "\r\nX-Forwarded-Host: " + FORGED
                    + "\r\nX-Forwarded-Proto: gopher\r\nX-Forwarded-Prefix: //" + FORGED + "\r\nForwarded: host="
                    + FORGED
                    + "\r\nAccept: text/html\r\n" + (cookies.isEmpty() ? "" : "Cookie: " + cookies + "\r\n")
                    + "Connection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .lines()
                    .collect(Collectors.joining("\n"));
        }
    }
}
