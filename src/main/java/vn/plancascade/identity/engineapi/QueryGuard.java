package vn.plancascade.identity.engineapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import vn.plancascade.identity.CurrentActor;
import vn.plancascade.identity.EngineApiCall;
import vn.plancascade.web.ReadRequest;

/**
 * Lets queries through to the engine that are known and bounded, and refuses the others before they reach the database.
 *
 * <p>The engine sees what was checked and nothing else: a body is passed on as it was read here.
 */
class QueryGuard extends OncePerRequestFilter {

    private static final PathPattern FORMS = PathPatternParser.defaultInstance.parse("/task/{id}/{step}");

    private final CurrentActor currentActor;
    private final EngineProblems problems;
    private final ObjectReader json;
    private final ChangedProperties changed;

    QueryGuard(CurrentActor currentActor, EngineProblems problems, ObjectMapper json) {
        this.currentActor = currentActor;
        this.problems = problems;
        this.changed = new ChangedProperties(json);
        this.json = json.reader().with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpServletRequest checked;
        try {
            checked = checked(request);
        } catch (RefusedQuery refused) {
            problems.write(request, response, HttpStatus.BAD_REQUEST, refused.key, refused.args);
            return;
        } catch (JsonProcessingException notJson) {
            problems.write(request, response, HttpStatus.BAD_REQUEST, "identity.unreadable");
            return;
        }
        chain.doFilter(checked, response);
    }

    private HttpServletRequest checked(HttpServletRequest request) throws IOException {
        boolean trusted = currentActor.isAdministrator();
        QueryBounds bounds = trusted ? QueryBounds.ADMINISTRATORS : QueryBounds.PEOPLE;
        EngineApiCall call = EngineApiCall.of(request);
        QueryCheck check = new QueryCheck(bounds);
        parameters(request, call.path(), trusted, check);
        if (call.method().equals("GET") || isForm(call) || isFile(request)) {
            return request;
        }
        byte[] body = request.getInputStream().readNBytes(bounds.body() + 1);
        if (body.length > bounds.body()) {
            throw new RefusedQuery("identity.query.body", bounds.body() / 1024);
        }
        if (body.length == 0) {
            return request;
        }
        JsonNode read = json.readTree(body);
        if (trusted) {
            check.anything(read);
            changed.refuseUnknown(call, read);
        } else if (read instanceof ObjectNode query) {
            check.tasks(query);
        } else {
            throw new RefusedQuery("identity.unreadable");
        }
        return new ReadRequest(request, read.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static void parameters(HttpServletRequest request, PathContainer path, boolean trusted, QueryCheck check) {
        if (!StringUtils.hasLength(request.getQueryString())) {
            return;
        }
        Set<String> known = QueryProperties.parameters(path);
        for (Enumeration<String> names = request.getParameterNames(); names.hasMoreElements(); ) {
            String name = names.nextElement();
            if (!trusted && !known.contains(name) && !name.endsWith(QueryProperties.EXPRESSION)) {
                throw new RefusedQuery("identity.query.unknown", QueryCheck.shown(name));
            }
            for (String value : request.getParameterValues(name)) {
                check.parameter(name, value);
            }
        }
    }

    /** A task's form, which the product's task list takes and bounds itself. */
    private static boolean isForm(EngineApiCall call) {
        return FORMS.matches(call.path());
    }

    private static boolean isFile(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith("multipart/");
    }
}
