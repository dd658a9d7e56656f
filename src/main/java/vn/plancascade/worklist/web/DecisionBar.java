package vn.plancascade.worklist.web;

import java.util.List;
import java.util.Optional;
import vn.plancascade.worklist.form.FormPart;

/**
 * The part of a form in which somebody says yes or sends the work back: it stands at the bottom of the page, whatever is
 * above it.
 *
 * @param others what belongs to the decision, such as the comment
 */
record DecisionBar(String label, FormPart.Option yes, FormPart.Option back, List<FormPart> others) {

    private static final String FIELD = "decision";

    /** Takes the section with the decision out of the form's parts. */
    static Optional<DecisionBar> takeFrom(List<FormPart> parts) {
        for (FormPart part : parts) {
            if (part instanceof FormPart.Section section) {
                Optional<FormPart.Choice> choice = section.parts().stream()
                        .filter(FormPart.Choice.class::isInstance)
                        .map(FormPart.Choice.class::cast)
                        .filter(one -> one.name().equals(FIELD) && one.options().size() == 2)
                        .findFirst();
                if (choice.isPresent()) {
                    parts.remove(part);
                    List<FormPart> others = section.parts().stream()
                            .filter(other -> other != choice.get())
                            .toList();
                    return Optional.of(new DecisionBar(
                            section.label(),
                            choice.get().options().get(0),
                            choice.get().options().get(1),
                            others));
                }
            }
        }
        return Optional.empty();
    }
}
