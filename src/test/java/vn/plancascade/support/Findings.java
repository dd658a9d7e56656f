package vn.plancascade.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Violation;

/** What a rule finds wrong: each finding as its field and the key of its sentence, which must be in the message bundle. */
public final class Findings {

    private static final Properties SENTENCES = sentences();

    private Findings() {}

    /** In the order in which they are told; empty where nothing is wrong. */
    public static List<String> of(ThrowingCallable rule) {
        InvalidInput refused = catchThrowableOfType(InvalidInput.class, rule);
        return refused == null
                ? List.of()
                : refused.violations().stream().map(Findings::told).toList();
    }

    private static String told(Violation violation) {
        assertThat(SENTENCES).containsKey("problem." + violation.code());
        return violation.field() + " " + violation.code();
    }

    private static Properties sentences() {
        Properties sentences = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("src/main/resources/messages.properties"))) {
            sentences.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return sentences;
    }
}
