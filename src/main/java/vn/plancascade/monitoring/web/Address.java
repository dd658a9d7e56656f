package vn.plancascade.monitoring.web;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** An address within the product, put together from what was typed; values that are not there are left out. */
final class Address {

    private final UriComponentsBuilder parts;

    private Address(String path) {
        this.parts = UriComponentsBuilder.fromPath(path);
    }

    static Address of(String path) {
        return new Address(path);
    }

    Address with(String name, Object value) {
        if (value != null) {
            parts.queryParam(name, UriUtils.encode(value.toString(), StandardCharsets.UTF_8));
        }
        return this;
    }

    @Override
    public String toString() {
        return parts.build(true).toUriString();
    }
}
