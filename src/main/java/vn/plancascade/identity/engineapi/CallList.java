package vn.plancascade.identity.engineapi;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPattern.PathMatchInfo;
import org.springframework.web.util.pattern.PathPatternParser;
import vn.plancascade.identity.EngineApiCall;

/**
 * A list of calls, one a line: methods, path and, where needed, {@code ?name}. In the path {@code {self}} stands for the
 * caller's login, and the parameter after the question mark has to be it.
 */
final class CallList {

    private static final String SELF = "self";

    private final List<Entry> entries;

    private CallList(List<Entry> entries) {
        this.entries = entries;
    }

    static CallList of(String lines) {
        return new CallList(lines.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(CallList::entry)
                .toList());
    }

    boolean contain(EngineApiCall call, String login) {
        return entries.stream().anyMatch(entry -> entry.fits(call, login));
    }

    private static Entry entry(String line) {
        String[] words = line.split("\\s+");
        int question = words[1].indexOf('?');
        String path = question < 0 ? words[1] : words[1].substring(0, question);
        String parameter = question < 0 ? null : words[1].substring(question + 1);
        Set<String> methods = Set.copyOf(Arrays.asList(words[0].split(",")));
        return new Entry(methods, PathPatternParser.defaultInstance.parse(path), parameter);
    }

    private record Entry(Set<String> methods, PathPattern path, String selfParameter) {

        boolean fits(EngineApiCall call, String login) {
            if (!methods.contains(call.method())) {
                return false;
            }
            PathMatchInfo match = path.matchAndExtract(call.path());
            if (match == null) {
                return false;
            }
            String self = match.getUriVariables().get(SELF);
            return (self == null || self.equals(login)) && (selfParameter == null || isOnlySelf(call, login));
        }

        private boolean isOnlySelf(EngineApiCall call, String login) {
            String[] values = call.request().getParameterValues(selfParameter);
            return values != null && values.length == 1 && values[0].equals(login);
        }
    }
}
