package vn.plancascade.kernel.sheet;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import vn.plancascade.kernel.Names;

/** What people write into a cell that holds one of some values. */
public final class WrittenValues {

    private static final List<Locale> LANGUAGES = List.of(Locale.forLanguageTag("vi"), Locale.ENGLISH);

    private WrittenValues() {}

    /**
     * Values by their own name and by what they are called in either language, {@linkplain Names#folded folded}.
     *
     * @param prefix before the value's name, in the message bundles
     */
    public static <E extends Enum<E>> Map<String, E> of(E[] values, String prefix, MessageSource messages) {
        Map<String, E> named = new HashMap<>();
        for (E value : values) {
            named.put(Names.folded(value.name()), value);
            LANGUAGES.forEach(language ->
                    named.putIfAbsent(Names.folded(messages.getMessage(prefix + value, null, language)), value));
        }
        return named;
    }
}
