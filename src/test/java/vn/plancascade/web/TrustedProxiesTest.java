package vn.plancascade.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@Tag("quick")
class TrustedProxiesTest {

    private final TrustedProxies none = new TrustedProxies(List.of(""));
    private final TrustedProxies two = new TrustedProxies(List.of("10.0.0.5", " 192.168.7.0/24 ", "2001:db8:1::/48"));

    @Test
    void nobodyIsBelievedWhereNobodyIsNamed() {
        assertThat(none.client("10.0.0.5", List.of("203.0.113.9"))).isEqualTo("10.0.0.5");
        assertThat(none.client("127.0.0.1", List.of("203.0.113.9"))).isEqualTo("127.0.0.1");
    }

    @Test
    void furtherInNothingIsSeenOfWhatARequestMadeUp() throws Exception {
        MockHttpServletRequest sent = new MockHttpServletRequest("GET", "/login");
        sent.setRemoteAddr("203.0.113.1");
        sent.setServerName("gia-mao.example");
        for (String header :
                List.of("X-Forwarded-For", "x-forwarded-host", "X-Forwarded-Proto", "Forwarded", "X-Real-IP")) {
            sent.addHeader(header, "203.0.113.9");
        }
        sent.addHeader("Accept", "text/html");
        MockFilterChain chain = new MockFilterChain();

        new Origin(none, "https://kehoach.example.vn:8443/").doFilter(sent, new MockHttpServletResponse(), chain);

        HttpServletRequest seen = (HttpServletRequest) chain.getRequest();
        assertThat(seen.getRemoteAddr()).isEqualTo("203.0.113.1");
        assertThat(Collections.list(seen.getHeaderNames())).containsExactly("Accept");
        assertThat(seen.getHeader("X-Forwarded-For")).isNull();
        assertThat(seen.isSecure()).isTrue();
        assertThat(seen.getRequestURL()).hasToString("https://kehoach.example.vn:8443/login");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.0.0.5 | 203.0.113.9 | 203.0.113.9",
                "203.0.113.1 | 203.0.113.9 | 203.0.113.1",
                "10.0.0.5 | 1.1.1.1, 203.0.113.9 | 203.0.113.9",
                "10.0.0.5 | 1.1.1.1, 203.0.113.9, 192.168.7.20 | 203.0.113.9",
                "10.0.0.5 | 192.168.7.20 | 192.168.7.20",
                "10.0.0.5 | 203.0.113.9:4711 | 203.0.113.9",
                "10.0.0.5 | [2001:db8:2::1]:4711 | 2001:db8:2:0:0:0:0:1",
                "10.0.0.5 | 2001:db8:2::1, 2001:db8:1::7 | 2001:db8:2:0:0:0:0:1",
                "10.0.0.5 | 203.0.113.9, unknown | 10.0.0.5",
                "10.0.0.5 | localhost | 10.0.0.5",
                "10.0.0.5 | 203.0.113.999 | 10.0.0.5",
                "10.0.0.5 | 1, 2, | 10.0.0.5",
            })
    void theRightMostAddressThatIsNoProxysIsTheClients(String sender, String forwarded, String client) {
        assertThat(two.client(sender, List.of(forwarded))).isEqualTo(client);
    }

    @Test
    void severalHeadersAreOneWay() {
        assertThat(two.client("10.0.0.5", List.of("1.1.1.1, 203.0.113.9", "192.168.7.20")))
                .isEqualTo("203.0.113.9");
        assertThat(two.client("10.0.0.5", List.of())).isEqualTo("10.0.0.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.vn", "10.0.0.0/33", "10.0.0", "*", "10.0.0.5/"})
    void whatIsNoAddressKeepsTheProductFromStarting(String wrong) {
        assertThatThrownBy(() -> new TrustedProxies(List.of(wrong)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("trusted-proxies")
                .hasMessageContaining(wrong);
    }
}
