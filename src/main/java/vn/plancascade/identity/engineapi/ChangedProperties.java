package vn.plancascade.identity.engineapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.rest.dto.AnnotationDto;
import org.camunda.bpm.engine.rest.dto.SuspensionStateDto;
import org.camunda.bpm.engine.rest.dto.externaltask.SetRetriesForExternalTasksDto;
import org.camunda.bpm.engine.rest.dto.management.JobDefinitionSuspensionStateDto;
import org.camunda.bpm.engine.rest.dto.repository.ProcessDefinitionSuspensionStateDto;
import org.camunda.bpm.engine.rest.dto.runtime.FilterDto;
import org.camunda.bpm.engine.rest.dto.runtime.JobSuspensionStateDto;
import org.camunda.bpm.engine.rest.dto.runtime.ProcessInstanceSuspensionStateDto;
import org.camunda.bpm.engine.rest.dto.runtime.RetriesDto;
import org.camunda.bpm.engine.rest.dto.runtime.SetJobRetriesDto;
import org.camunda.bpm.engine.rest.mapper.JacksonConfigurator;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import vn.plancascade.identity.EngineApiCall;
import vn.plancascade.kernel.PlainJson;

/**
 * What a call that changes something may say. The engine passes over a name that it does not know, and a condition with a
 * slip in it then means everything: {@code {"orQueries":[{"typo":1}]}} suspended every case. So each body is read here into
 * the engine's own type, and a name that the type has not, however deep, is refused.
 */
final class ChangedProperties {

    private static final Map<PathPattern, Class<?>> TYPES = new LinkedHashMap<>();

    static {
        type("/job/retries", SetJobRetriesDto.class);
        type("/job/{id}/retries", RetriesDto.class);
        type("/job/suspended", JobSuspensionStateDto.class);
        type("/job/{id}/suspended", JobSuspensionStateDto.class);
        type("/job-definition/{id}/retries", RetriesDto.class);
        type("/job-definition/suspended", JobDefinitionSuspensionStateDto.class);
        type("/job-definition/{id}/suspended", JobDefinitionSuspensionStateDto.class);
        type("/external-task/retries", SetRetriesForExternalTasksDto.class);
        type("/external-task/{id}/retries", RetriesDto.class);
        type("/incident/{id}/annotation", AnnotationDto.class);
        type("/process-definition/suspended", ProcessDefinitionSuspensionStateDto.class);
        type("/process-definition/{id}/suspended", ProcessDefinitionSuspensionStateDto.class);
        type("/process-definition/key/{key}/suspended", ProcessDefinitionSuspensionStateDto.class);
        type("/process-instance/suspended", ProcessInstanceSuspensionStateDto.class);
        type("/process-instance/{id}/suspended", SuspensionStateDto.class);
        type("/filter/create", FilterDto.class);
        type("/filter/{id}", FilterDto.class);
    }

    private final ObjectMapper strict;

    /** @param json which is left as it is */
    ChangedProperties(ObjectMapper json) {
        this.strict = JacksonConfigurator.configureObjectMapper(json.copy())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    private static void type(String path, Class<?> type) {
        TYPES.put(PathPatternParser.defaultInstance.parse(path), type);
    }

    private static Optional<Class<?>> typeOf(EngineApiCall call) {
        return TYPES.entrySet().stream()
                .filter(entry -> entry.getKey().matches(call.path()))
                .<Class<?>>map(Map.Entry::getValue)
                .findFirst();
    }

    /** @throws RefusedQuery naming what the engine would pass over; values that it cannot read it refuses itself */
    void refuseUnknown(EngineApiCall call, JsonNode body) {
        typeOf(call).ifPresent(type -> {
            try {
                strict.treeToValue(body, type);
            } catch (UnrecognizedPropertyException unknown) {
                throw new RefusedQuery("identity.query.unknown", QueryCheck.shown(PlainJson.path(unknown)));
            } catch (JsonProcessingException unreadable) {
                // The engine says what it cannot read.
                return;
            }
        });
    }
}
