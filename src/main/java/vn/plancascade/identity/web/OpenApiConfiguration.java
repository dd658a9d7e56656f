package vn.plancascade.identity.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Map;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.plancascade.organisation.Actor;

/** How the API describes itself: who calls is no parameter, and forms are objects whose fields the task decides. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String BASIC = "basic";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class).replaceWithClass(ObjectNode.class, Map.class);
    }

    @Bean
    OpenAPI api() {
        return new OpenAPI()
                .info(new Info()
                        .title("plan-cascade")
                        .version("v1")
                        .description(
                                "Moments carry their offset (+07:00), days are ISO dates. Errors are problem details"
                                        + " (RFC 9457) in Vietnamese, or in English for Accept-Language: en; `errors` names the fields."
                                        + " Unknown parameters and fields are refused (400)."))
                .components(new Components()
                        .addSecuritySchemes(
                                BASIC,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")))
                .addSecurityItem(new SecurityRequirement().addList(BASIC));
    }
}
