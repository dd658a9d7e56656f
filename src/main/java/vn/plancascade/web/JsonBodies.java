package vn.plancascade.web;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;

/** Bodies in JSON hold nothing that nobody looks at. */
@Configuration(proxyBeanMethods = false)
class JsonBodies {

    /** A mapper of its own: what the product has stored itself it goes on reading as before. */
    @Bean
    MappingJackson2HttpMessageConverter strictJson(ObjectMapper json) {
        return new MappingJackson2HttpMessageConverter(
                json.copy().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES));
    }
}
