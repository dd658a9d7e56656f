package vn.plancascade.identity;

import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.plancascade.web.CallersLanguage;

@Component
class LanguageOfAccount implements CallersLanguage {

    private final CurrentActor currentActor;

    LanguageOfAccount(CurrentActor currentActor) {
        this.currentActor = currentActor;
    }

    @Override
    public Optional<Locale> find() {
        return currentActor
                .find()
                .map(actor -> Locale.forLanguageTag(actor.person().locale()));
    }
}
