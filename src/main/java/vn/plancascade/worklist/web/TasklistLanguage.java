package vn.plancascade.worklist.web;

import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells Tasklist, which would ask the browser, in which language the person works; and whether there still is a session. */
@RestController
class TasklistLanguage {

    @GetMapping(path = "/camunda/app/tasklist/scripts/language.js", produces = "text/javascript")
    ResponseEntity<String> language(Locale locale) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body("export default '" + locale.getLanguage() + "';\n");
    }
}
