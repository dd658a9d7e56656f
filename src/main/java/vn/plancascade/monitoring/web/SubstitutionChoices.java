package vn.plancascade.monitoring.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.SigningBlock;
import vn.plancascade.organisation.SigningForm;
import vn.plancascade.organisation.Substitutions;
import vn.plancascade.organisation.Substitutions.Candidate;

/** Whom a head may choose to act for her, each in the forms in which they would be accepted, and what those print. */
@Component
class SubstitutionChoices {

    private final Substitutions substitutions;
    private final Organisation organisation;
    private final Clock clock;

    SubstitutionChoices(Substitutions substitutions, Organisation organisation, Clock clock) {
        this.substitutions = substitutions;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** One entry a form that somebody may sign in; none where nobody can act for the head. */
    List<Group> of(String unitCode, String head) {
        List<Candidate> candidates = substitutions.candidates(unitCode);
        Map<String, String> units = organisation.unitNames(
                candidates.stream().map(Candidate::unitCode).distinct().toList());
        String title = substitutions
                .block(unitCode, head, VietnamTime.dayOf(clock.instant()))
                .map(SigningBlock::lines)
                .map(lines -> lines.get(0).replaceFirst("^Q\\. ", ""))
                .orElse("");
        List<Group> groups = new ArrayList<>();
        Stream.of(SigningForm.values()).forEach(form -> {
            List<Choice> choices = candidates.stream()
                    .filter(candidate -> candidate.forms().contains(form))
                    .map(candidate -> new Choice(
                            form + " " + candidate.person().login(),
                            candidate.person().fullName() + " (" + form + ".) – "
                                    + units.getOrDefault(candidate.unitCode(), candidate.unitCode())))
                    .toList();
            if (!choices.isEmpty()) {
                groups.add(new Group(form, form + ". " + title, choices));
            }
        });
        return groups;
    }

    /** @param line the first that is printed above the signature */
    record Group(SigningForm form, String line, List<Choice> choices) {}

    /** @param value form and login, as the page sends them */
    record Choice(String value, String text) {}
}
