package vn.plancascade.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.web.multipart.MultipartFile;
import vn.plancascade.document.Documents.Upload;
import vn.plancascade.kernel.InvalidInput;

/** The one file of an upload. */
public final class SentFile {

    private static final String FIELD = "file";

    private SentFile() {}

    /** The same where there may be none; null then. */
    public static Upload oneOrNone(List<MultipartFile> files) {
        return files == null || files.stream().allMatch(MultipartFile::isEmpty) ? null : one(files);
    }

    /**
     * @throws InvalidInput on {@code file}, if there is none or more than one
     */
    public static Upload one(List<MultipartFile> files) {
        if (files == null || files.isEmpty() || files.get(0).isEmpty()) {
            throw new InvalidInput(FIELD, "document.file.missing");
        }
        if (files.size() > 1) {
            throw new InvalidInput(FIELD, "document.file.onlyOne");
        }
        MultipartFile file = files.get(0);
        try {
            return new Upload(file.getOriginalFilename(), file.getBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
