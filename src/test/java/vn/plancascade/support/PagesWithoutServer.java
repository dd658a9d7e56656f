package vn.plancascade.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Somebody who reads pages in the test's own thread, so that what they ask of the database can be counted. */
public final class PagesWithoutServer {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final MockMvc web;
    private final Map<String, Cookie> cookies = new LinkedHashMap<>();

    public PagesWithoutServer(MockMvc web, String login) {
        this.web = web;
        Matcher token = TOKEN.matcher(read("/login"));
        assertThat(token.find()).isTrue();
        MockHttpServletResponse answer = send(post("/login")
                .param("username", login)
                .param("password", "demo")
                .param("_csrf", token.group(1)));
        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(answer.getRedirectedUrl()).doesNotContain("login");
    }

    /** The page, which is there. */
    public String read(String path) {
        MockHttpServletResponse answer = send(get(java.net.URI.create(path)));
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /** How many statements a page runs that has been read before. */
    public long statements(String path) {
        read(path);
        return CountedStatements.of(() -> read(path));
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) {
        try {
            if (!cookies.isEmpty()) {
                request.cookie(cookies.values().toArray(Cookie[]::new));
            }
            MockHttpServletResponse answer = web.perform(request.accept(MediaType.TEXT_HTML, MediaType.ALL))
                    .andReturn()
                    .getResponse();
            for (Cookie cookie : answer.getCookies()) {
                if (cookie.getMaxAge() == 0) {
                    cookies.remove(cookie.getName());
                } else {
                    cookies.put(cookie.getName(), cookie);
                }
            }
            return answer;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
