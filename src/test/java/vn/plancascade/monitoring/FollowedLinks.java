package vn.plancascade.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A reader who clicks on every link of the pages that the header leads to: none leads where that reader may not go. */
final class FollowedLinks {

    private static final Pattern LINK = Pattern.compile("<a\\s[^>]*?href=\"(/[^\"#]*)");
    private static final Pattern ELSEWHERE = Pattern.compile("/(camunda|demo|logout|help/).*|.*[?&]lang=.*");
    private static final int DEEP = 2;

    private final int port;

    FollowedLinks(int port) {
        this.port = port;
    }

    void leadSomewhere(String... logins) {
        List<String> dead = new ArrayList<>();
        for (String login : logins) {
            assertThat(follow(login, dead)).as(login).isGreaterThan(10);
        }
        assertThat(dead).isEmpty();
    }

    /** @return how many pages were read; of addresses that differ in a number or a code only, one stands for all */
    private int follow(String login, List<String> dead) {
        Browser browser = Browser.of(port, login);
        Set<String> known = new HashSet<>();
        Deque<Step> steps = new ArrayDeque<>(List.of(new Step("/", "the login", 0)));
        int read = 0;
        while (!steps.isEmpty()) {
            Step step = steps.remove();
            HttpResponse<String> answer = browser.get(step.address);
            read++;
            if (answer.statusCode() != 200) {
                dead.add(login + ": " + answer.statusCode() + " " + step.address + " on " + step.from);
            } else if (step.depth <= DEEP) {
                LINK.matcher(answer.body())
                        .results()
                        .map(link -> link.group(1).replace("&amp;", "&"))
                        .filter(address -> !ELSEWHERE.matcher(address).matches() && known.add(shape(address)))
                        .forEach(address -> steps.add(new Step(address, step.address, step.depth + 1)));
            }
        }
        return read;
    }

    private static String shape(String address) {
        return address.replaceAll("=[^&]*", "").replaceAll("/([0-9a-f-]{36}|\\d+|[A-Z]{2,}[\\w.-]*)(?=[/?]|$)", "/_");
    }

    private record Step(String address, String from, int depth) {}
}
