package vn.plancascade.monitoring.web;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import vn.plancascade.web.Texts;

/** What a list was filtered by, as lines of words and values. */
final class FilterInWords {

    private FilterInWords() {}

    static List<String> of(ObligationFilter filter, Texts texts) {
        List<String> lines =
                UriComponentsBuilder.fromUriString(filter.kept()).build().getQueryParams().entrySet().stream()
                        .filter(entry -> !entry.getKey().equals("columns"))
                        .flatMap(entry -> entry.getValue().stream()
                                .map(value -> texts.of("filter." + entry.getKey()) + ": "
                                        + UriUtils.decode(value, java.nio.charset.StandardCharsets.UTF_8)))
                        .toList();
        return lines.isEmpty() ? Stream.of(texts.of("page.all")).toList() : lines;
    }
}
