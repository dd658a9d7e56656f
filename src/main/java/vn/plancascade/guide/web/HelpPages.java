package vn.plancascade.guide.web;

import java.time.Duration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import vn.plancascade.guide.Guides;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.web.PageController;

/** The guides, for whoever has logged in. */
@PageController
class HelpPages {

    private final Guides guides;

    HelpPages(Guides guides) {
        this.guides = guides;
    }

    @GetMapping({"/help", "/help/{name}"})
    ModelAndView show(@PathVariable(required = false) String name) {
        return new ModelAndView("help")
                .addObject("guide", guides.find(name).orElseThrow(() -> new NotFound("help.unknown")))
                .addObject("guides", guides.all());
    }

    @GetMapping("/help/img/{name}.png")
    ResponseEntity<Resource> picture(@PathVariable String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .body(guides.picture(name).orElseThrow(() -> new NotFound("help.unknown")));
    }
}
