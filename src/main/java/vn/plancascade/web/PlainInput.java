package vn.plancascade.web;

import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.plancascade.kernel.PlainJson;

/** The doors for text from outside: JSON, the fields of forms and addresses. Files are read by whoever takes them in. */
@Configuration(proxyBeanMethods = false)
class PlainInput implements WebMvcConfigurer {

    @Bean
    Jackson2ObjectMapperBuilderCustomizer plainJson() {
        return builder -> builder.postConfigurer(PlainJson::into);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new PlainAddress());
    }
}
