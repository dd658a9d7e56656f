package vn.plancascade.identity.engineapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import vn.plancascade.kernel.Names;

/** What goes wrong before or in Camunda's interfaces, told in their shape, which the webapps show. */
@Component
class EngineProblems {

    private final ObjectMapper json;
    private final MessageSource messages;
    private final LocaleResolver locales;

    EngineProblems(ObjectMapper json, MessageSource messages, LocaleResolver locales) {
        this.json = json;
        this.messages = messages;
        this.locales = locales;
    }

    void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String key, Object... args)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        String type = status.is5xxServerError() ? "RestException" : "InvalidRequestException";
        String sentence = messages.getMessage(key, args, locales.resolveLocale(request));
        json.writeValue(response.getOutputStream(), Map.of("type", type, "message", sentence));
    }

    /** The address for a line of the log. */
    static String shown(HttpServletRequest request) {
        String address = Names.line(request.getRequestURI());
        return address.length() <= 200 ? address : address.substring(0, 200) + "…";
    }
}
