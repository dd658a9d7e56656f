package vn.plancascade.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/**
 * Whose word is taken for where a request came from: the addresses and networks of {@code plan-cascade.web.trusted-proxies},
 * nobody's by default. What others send along is what they made up.
 */
@Component
class TrustedProxies {

    /** An address, perhaps with the port that some proxies add: {@code 192.0.2.1:4711}, {@code [2001:db8::1]:4711}. */
    private static final Pattern IPV4 = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,3}){3})(?::[0-9]{1,5})?");

    private static final Pattern IPV6 = Pattern.compile("\\[?([0-9A-Fa-f:]*:[0-9A-Fa-f:.]+)(?:\\](?::[0-9]{1,5})?)?");

    private final List<IpAddressMatcher> networks;

    /** @throws IllegalArgumentException naming what is neither an address nor a network such as 10.0.0.0/8 */
    TrustedProxies(@Value("${plan-cascade.web.trusted-proxies:}") List<String> networks) {
        this.networks = networks.stream()
                .map(String::strip)
                .filter(network -> !network.isEmpty())
                .map(TrustedProxies::matcher)
                .toList();
    }

    private static IpAddressMatcher matcher(String network) {
        try {
            literal(network.replaceFirst("/[0-9]{1,3}$", ""));
            return new IpAddressMatcher(network);
        } catch (RuntimeException wrong) {
            throw new IllegalArgumentException(
                    "plan-cascade.web.trusted-proxies: \"" + network + "\" is no address and no network", wrong);
        }
    }

    boolean contains(String address) {
        return networks.stream().anyMatch(network -> network.matches(address));
    }

    /**
     * Where the request comes from: the right-most address of the way that is none of the proxies', since each proxy adds
     * the one that it saw at the end. Where the way is unreadable, the last proxy that could be read.
     *
     * @param sender whom the connection belongs to
     * @param forwarded values of {@code X-Forwarded-For}, in the order in which they came
     */
    String client(String sender, List<String> forwarded) {
        List<String> way = forwarded.stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .toList();
        String client = sender;
        for (int i = way.size() - 1; i >= 0 && contains(client); i--) {
            try {
                client = literal(way.get(i).strip());
            } catch (IllegalArgumentException unreadable) {
                return client;
            }
        }
        return client;
    }

    /** The one way of writing an address; a name is never looked up. */
    private static String literal(String text) {
        Matcher four = IPV4.matcher(text);
        Matcher six = IPV6.matcher(text);
        String address = four.matches() ? four.group(1) : six.matches() ? six.group(1) : null;
        if (address == null) {
            throw new IllegalArgumentException(text);
        }
        try {
            return InetAddress.getByName(address).getHostAddress();
        } catch (UnknownHostException noAddress) {
            throw new IllegalArgumentException(text, noAddress);
        }
    }
}
