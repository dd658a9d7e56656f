package vn.plancascade.monitoring.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The picture of a model, as it was drawn when the product was built, and where its elements stand on it.
 *
 * @param left left edge of the picture in its own units, and the same for the others
 * @param elements by their id in the model
 */
record ProcessPicture(String svg, double left, double top, double width, double height, Map<String, Box> elements) {

    private static final Pattern KEY = Pattern.compile("[A-Za-z]{1,40}");
    private static final Pattern VIEW = Pattern.compile("viewBox=\"(\\S+) (\\S+) (\\S+) (\\S+)\"");
    private static final Pattern ELEMENT = Pattern.compile(
            "data-element-id=\"(\\w+)\" transform=\"matrix\\(1 0 0 1 ([-\\d.]+) ([-\\d.]+)\\)\"(?:(?!data-element-id)[\\s\\S])*?"
                    + "djs-hit[^>]*? width=\"([\\d.]+)\" height=\"([\\d.]+)\"");

    /** Built with the product, they do not change while it runs. */
    private static final Map<String, ProcessPicture> READ = new ConcurrentHashMap<>();

    /** Empty where there is no model of this key. */
    static Optional<ProcessPicture> of(String key) {
        Optional<ProcessPicture> known = Optional.ofNullable(READ.get(key)).or(() -> read(key));
        known.ifPresent(picture -> READ.put(key, picture));
        return known;
    }

    /** Of all models that the product was built with. */
    static Set<String> keys() {
        try {
            return Arrays.stream(
                            new PathMatchingResourcePatternResolver().getResources("classpath:process-pictures/*.svg"))
                    .map(file -> file.getFilename().replace(".svg", ""))
                    .collect(Collectors.toSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Optional<ProcessPicture> read(String key) {
        ClassPathResource file = new ClassPathResource("process-pictures/" + key + ".svg");
        if (!KEY.matcher(key).matches() || !file.exists()) {
            return Optional.empty();
        }
        try (InputStream in = file.getInputStream()) {
            String svg = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            MatchResult view = VIEW.matcher(svg).results().findFirst().orElseThrow();
            Map<String, Box> elements = new LinkedHashMap<>();
            ELEMENT.matcher(svg)
                    .results()
                    .forEach(found -> elements.put(
                            found.group(1),
                            new Box(number(found, 2), number(found, 3), number(found, 4), number(found, 5))));
            return Optional.of(new ProcessPicture(
                    svg, number(view, 1), number(view, 2), number(view, 3), number(view, 4), elements));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static double number(MatchResult found, int group) {
        return Double.parseDouble(found.group(group));
    }

    public String viewBox() {
        return left + " " + top + " " + width + " " + height;
    }

    /** A rectangle in the picture's own units. */
    record Box(double left, double top, double width, double height) {

        public double right() {
            return left + width;
        }

        public double bottom() {
            return top + height;
        }
    }
}
