package vn.plancascade.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.web.multipart.MultipartFile;
import vn.plancascade.kernel.InvalidInput;

/** The one file that a form sends to be read in. */
public record SentFile(String name, byte[] content) {

    /** @throws InvalidInput on {@code file}, where there is none, or more than one */
    public static SentFile of(List<MultipartFile> sent) {
        if (sent == null || sent.isEmpty()) {
            throw new InvalidInput("file", "import.noFile");
        }
        if (sent.size() > 1) {
            throw new InvalidInput("file", "import.oneFile");
        }
        MultipartFile file = sent.get(0);
        try {
            return new SentFile(file.getOriginalFilename(), file.getBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
