package vn.plancascade.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.server.PathContainer;

/**
 * One request to Camunda's interfaces.
 *
 * @param method as sent; a HEAD is a GET
 * @param path from the engine's root, such as {@code /task/count}, or from the application's where it is none of the
 *     engine's
 */
public record EngineApiCall(String method, PathContainer path, HttpServletRequest request) {

    /** The one engine, as REST clients and as the webapps address it. */
    static final List<String> ENGINE_ROOTS = List.of("/engine-rest/", "/camunda/api/engine/engine/default/");

    /** Whether a page of the webapps asks, which shows people what it is told. */
    public boolean isOfWebapp() {
        return request.getRequestURI()
                .substring(request.getContextPath().length())
                .startsWith("/camunda/");
    }

    public static EngineApiCall of(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String fromRoot = ENGINE_ROOTS.stream()
                .filter(path::startsWith)
                .findFirst()
                .map(root -> path.substring(root.length() - 1))
                .orElse(path);
        String method = "HEAD".equals(request.getMethod()) ? "GET" : request.getMethod();
        return new EngineApiCall(method, PathContainer.parsePath(fromRoot), request);
    }
}
