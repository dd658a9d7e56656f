package vn.plancascade.worklist;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import vn.plancascade.kernel.InvalidInput;

/** What a clerk gives to the document of a unit that is issued. */
public record IssuedAs(String documentNumber, LocalDate documentDate, String signatory) {

    /** @throws InvalidInput naming {@code documentDate} or {@code signatory} where it is missing */
    public static IssuedAs of(ObjectNode sent) {
        FormData.checkSizes(sent);
        IssuedAs data = FormData.read(sent, IssuedAs.class);
        if (data.documentDate() == null) {
            throw new InvalidInput("documentDate", "required");
        }
        if (data.signatory() == null || data.signatory().isBlank()) {
            throw new InvalidInput("signatory", "required");
        }
        return new IssuedAs(
                data.documentNumber(), data.documentDate(), data.signatory().strip());
    }
}
