package vn.plancascade.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.plancascade.demo.DemoMailbox.Inbox;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.web.PageController;

/** The demo's mails as pages: who got any, what one address got, and one mail as its reader sees it. */
@PageController
@RequestMapping("/demo/mails")
@Profile("demo")
class DemoMailPages {

    private static final String LETTER = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
            + "frame-ancestors 'self'; sandbox allow-top-navigation-by-user-activation";

    private static final int PAGE = 50;

    private final DemoMailbox mailbox;

    DemoMailPages(DemoMailbox mailbox) {
        this.mailbox = mailbox;
    }

    @GetMapping
    String inboxes(
            @RequestParam(required = false, defaultValue = "") String address,
            @RequestParam(required = false, defaultValue = "0") int page,
            Model model) {
        List<Inbox> found = mailbox.inboxes(address.strip());
        int last = Math.max(0, (found.size() - 1) / PAGE);
        int shown = Math.max(0, Math.min(page, last));
        model.addAttribute("address", address.strip());
        model.addAttribute("total", found.size());
        model.addAttribute(
                "inboxes", found.stream().skip((long) shown * PAGE).limit(PAGE).toList());
        model.addAttribute("page", shown);
        model.addAttribute("pages", last + 1);
        return "demo-mails";
    }

    @GetMapping("/of")
    String inbox(@RequestParam String to, Model model) {
        List<DemoMail> mails = mailbox.of(to);
        model.addAttribute("to", to);
        model.addAttribute(
                "mails",
                IntStream.range(0, mails.size())
                        .mapToObj(i -> new Numbered(mails.size() - 1 - i, mails.get(mails.size() - 1 - i)))
                        .toList());
        return "demo-mails-of";
    }

    @GetMapping("/one")
    String one(@RequestParam String to, @RequestParam int number, Model model) {
        model.addAttribute("mail", mail(to, number));
        model.addAttribute("number", number);
        return "demo-mail";
    }

    /** The letter alone, as a mail program shows it: with the styles that it carries, and nothing that runs. */
    @GetMapping("/letter")
    ResponseEntity<String> letter(@RequestParam String to, @RequestParam int number) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", LETTER)
                .body(mail(to, number).html().replace("<head>", "<head><base target=\"_top\">"));
    }

    private DemoMail mail(String to, int number) {
        List<DemoMail> mails = mailbox.of(to);
        if (number < 0 || number >= mails.size()) {
            throw new NotFound("mail.unknown");
        }
        return mails.get(number);
    }

    /** @param number of the mail among those of its address, from the oldest */
    record Numbered(int number, DemoMail mail) {}
}
