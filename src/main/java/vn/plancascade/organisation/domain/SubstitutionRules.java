package vn.plancascade.organisation.domain;

import java.time.LocalDate;
import java.util.List;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Names;
import vn.plancascade.organisation.SigningForm;
import vn.plancascade.organisation.Substitution;
import vn.plancascade.organisation.Substitutions.Candidate;

/** What must hold for a window in which somebody acts for the head of a unit. */
final class SubstitutionRules {

    private static final int LONGEST = 366;

    private SubstitutionRules() {}

    /**
     * @param absent who is away
     * @param candidates who could act for the unit's head today
     * @throws InvalidInput naming the field
     */
    static void check(Substitution sent, String absent, LocalDate today, List<Candidate> candidates) {
        if (sent.from() == null) {
            throw new InvalidInput("from", "required");
        }
        if (sent.to() == null) {
            throw new InvalidInput("to", "required");
        }
        if (sent.from().isBefore(today)) {
            throw new InvalidInput("from", "substitution.past");
        }
        if (sent.to().isBefore(sent.from())) {
            throw new InvalidInput("to", "substitution.backwards");
        }
        if (sent.to().isAfter(sent.from().plusDays(LONGEST - 1))) {
            throw new InvalidInput("to", "substitution.tooLong", LONGEST);
        }
        if (Names.clean(sent.reason()) == null) {
            throw new InvalidInput("reason", "required");
        }
        if (sent.reason().length() > 1000) {
            throw new InvalidInput("reason", "tooLong", 1000);
        }
        if (sent.form() == null) {
            throw new InvalidInput("form", "required");
        }
        if (sent.form() == SigningForm.TUQ && Names.clean(sent.delegation()) == null) {
            throw new InvalidInput("delegation", "required");
        }
        if (sent.delegation() != null && sent.delegation().length() > 200) {
            throw new InvalidInput("delegation", "tooLong", 200);
        }
        if (sent.substitute() == null) {
            throw new InvalidInput("substitute", "required");
        }
        if (sent.substitute().equals(absent)) {
            throw new InvalidInput("substitute", "substitution.self");
        }
        boolean fits = candidates.stream()
                .anyMatch(candidate -> candidate.person().login().equals(sent.substitute())
                        && candidate.forms().contains(sent.form()));
        if (!fits) {
            throw new InvalidInput("substitute", "substitution.rank");
        }
    }
}
