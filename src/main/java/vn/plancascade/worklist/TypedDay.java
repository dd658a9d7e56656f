package vn.plancascade.worklist;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.time.LocalDate;
import vn.plancascade.kernel.VietnamTime;

/** Days as people type them as well as in the form in which programs send them; nothing else, and no days that there are not. */
class TypedDay extends StdDeserializer<LocalDate> {

    TypedDay() {
        super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = parser.currentToken() == JsonToken.VALUE_STRING ? parser.getText() : null;
        if (text != null && text.isBlank()) {
            return null;
        }
        return text == null
                ? (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser)
                : VietnamTime.day(text)
                        .orElseThrow(() -> context.weirdStringException(text, LocalDate.class, "no day"));
    }
}
