package vn.plancascade.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.plancascade.web.DeclaredParameters;

/** Our own pages link to nothing, and send nothing, that is refused for a parameter that nobody looks at. */
class LinksOfPagesTest extends RunningApplication {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates/web");
    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern FIELD =
            Pattern.compile("<(?:input|select|textarea|button)\\b[^>]*?\\sname=\"(\\w+)\"");

    /** Answered by others than our controllers, or by the demo's. */
    private static final Pattern ELSEWHERE =
            Pattern.compile("/(?:camunda|css|webjars|js|icons|favicon|logout|demo)\\b.*");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @Autowired
    DeclaredParameters parameters;

    @Test
    void everyLinkAndFormSendsOnlyWhatIsDeclared() throws IOException {
        List<String> wrong = new ArrayList<>();
        int looked = 0;
        for (Call call : calls()) {
            if (ELSEWHERE.matcher(call.path).matches()) {
                continue;
            }
            looked++;
            Optional<HandlerMethod> handler = handler(call);
            if (call.path.equals("/login") && call.method.equals("POST")) {
                continue;
            }
            if (handler.isEmpty()) {
                wrong.add(call + " is answered by nobody");
                continue;
            }
            Set<String> unknown = new LinkedHashSet<>(call.names);
            unknown.removeAll(parameters.of(handler.get()));
            if (!unknown.isEmpty()) {
                wrong.add(call + ": " + unknown);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(looked).isGreaterThan(80);
    }

    private Optional<HandlerMethod> handler(Call call) {
        PathContainer path = PathContainer.parsePath(call.path.replaceAll("\\{\\w+}", "1"));
        return handlers.getHandlerMethods().entrySet().stream()
                .filter(entry -> {
                    Set<RequestMethod> methods =
                            entry.getKey().getMethodsCondition().getMethods();
                    return methods.isEmpty() || methods.contains(RequestMethod.valueOf(call.method));
                })
                .filter(entry -> entry.getKey().getPathPatternsCondition().getPatterns().stream()
                        .anyMatch(pattern -> pattern.matches(path)))
                .min((one, other) -> one.getKey()
                        .getPathPatternsCondition()
                        .getFirstPattern()
                        .compareTo(other.getKey().getPathPatternsCondition().getFirstPattern()))
                .map(java.util.Map.Entry::getValue);
    }

    private static List<Call> calls() throws IOException {
        List<Call> calls = new ArrayList<>();
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            for (Path file : files.filter(path -> !path.getFileName().toString().startsWith("demo"))
                    .toList()) {
                String page = Files.readString(file);
                String name = file.getFileName().toString();
                Matcher form = FORM.matcher(page);
                while (form.find()) {
                    String method = form.group(1).contains("method=\"post\"") ? "POST" : "GET";
                    Set<String> fields = new LinkedHashSet<>();
                    FIELD.matcher(form.group(2)).results().forEach(field -> fields.add(field.group(1)));
                    address(form.group(1))
                            .map(to -> to.as(name, method, fields))
                            .ifPresent(calls::add);
                }
                String links = FORM.matcher(page).replaceAll(match -> Matcher.quoteReplacement(match.group(2)));
                for (int at = links.indexOf("href=\"@{"); at >= 0; at = links.indexOf("href=\"@{", at + 1)) {
                    address(links.substring(at))
                            .map(to -> to.as(name, "GET", Set.of()))
                            .ifPresent(calls::add);
                }
            }
        }
        return calls;
    }

    /** The first link expression in the text; empty where its path is put together elsewhere. */
    private static Optional<Call> address(String text) {
        int start = text.indexOf("@{");
        if (start < 0 || text.charAt(start + 2) != '/') {
            return Optional.empty();
        }
        int depth = 0;
        int end = start + 1;
        for (; end < text.length(); end++) {
            depth += text.charAt(end) == '{' ? 1 : text.charAt(end) == '}' ? -1 : 0;
            if (depth == 0) {
                break;
            }
        }
        String link = text.substring(start + 2, end);
        int bracket = link.indexOf('(');
        String path = bracket < 0 ? link : link.substring(0, bracket);
        Set<String> names = new LinkedHashSet<>();
        if (bracket >= 0) {
            Pattern.compile("[(,]\\s*(\\w+)\\s*=[^=]")
                    .matcher(withoutExpressions(link.substring(bracket)))
                    .results()
                    .map(match -> match.group(1))
                    .filter(name -> !path.contains("{" + name + "}"))
                    .forEach(names::add);
        }
        return Optional.of(new Call("", "", path, names));
    }

    private static String withoutExpressions(String arguments) {
        return arguments.replaceAll("\\$\\{[^}]*}", "_").replaceAll("'[^']*'", "_");
    }

    private record Call(String page, String method, String path, Set<String> names) {

        Call as(String template, String sent, Set<String> fields) {
            Set<String> all = new LinkedHashSet<>(names);
            all.addAll(fields);
            return new Call(template, sent, path, all);
        }
    }
}
