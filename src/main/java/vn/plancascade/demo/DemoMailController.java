package vn.plancascade.demo;

import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.web.Download;

/** The demo's mails over HTTP, newest last. */
@RestController
@RequestMapping("/demo/mail")
@Profile("demo")
class DemoMailController {

    private static final int NEWEST = 1000;

    private final DemoMailbox mailbox;

    DemoMailController(DemoMailbox mailbox) {
        this.mailbox = mailbox;
    }

    @GetMapping
    List<DemoMail> mails(@RequestParam(required = false, defaultValue = "") String to) {
        return to.isBlank() ? mailbox.newest(NEWEST) : mailbox.of(to.strip());
    }

    /** What came with a mail, as a download. */
    @GetMapping("/files/{sha256}")
    ResponseEntity<byte[]> file(@PathVariable String sha256, @RequestParam(defaultValue = "tep") String name) {
        byte[] content = mailbox.file(sha256).orElseThrow(() -> new NotFound("document.unknown"));
        return Download.of(name, MediaType.APPLICATION_OCTET_STREAM_VALUE).body(content);
    }
}
