package vn.plancascade.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How files leave: always as downloads, since nothing that somebody uploaded is ever shown as a page of this site. */
public final class Download {

    /** Where a browser shows one all the same, it is nobody's page and runs nothing. */
    private static final String ALONE = "default-src 'none'; frame-ancestors 'none'; sandbox";

    private Download() {}

    public static ResponseEntity.BodyBuilder of(String fileName, String mediaType) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(mediaType))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(fileName, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", ALONE);
    }
}
