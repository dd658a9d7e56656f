package vn.plancascade.monitoring.web;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.plancascade.kernel.BusinessProblem;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.NotAllowed;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.HeldRole;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.SigningForm;
import vn.plancascade.organisation.Substitution;
import vn.plancascade.organisation.Substitutions;
import vn.plancascade.web.FormProblem;
import vn.plancascade.web.PageController;
import vn.plancascade.web.Texts;

/** Who acts for a head who is away: heads enter it for their own units, everybody sees those of their scope. */
@PageController
@RequestMapping("/substitutions")
class SubstitutionPages {

    private static final int LINES = 50;

    private final Substitutions substitutions;
    private final SubstitutionChoices choices;
    private final Organisation organisation;
    private final Texts texts;

    SubstitutionPages(
            Substitutions substitutions, SubstitutionChoices choices, Organisation organisation, Texts texts) {
        this.substitutions = substitutions;
        this.choices = choices;
        this.organisation = organisation;
        this.texts = texts;
    }

    @GetMapping
    ModelAndView show(Actor actor, @RequestParam(required = false) Integer page) {
        return page(actor, page, Typed.NOTHING);
    }

    private ModelAndView page(Actor actor, Integer number, Typed typed) {
        Page<Substitution> found = substitutions.search(actor, null, false, PageRequest.of(number, LINES));
        List<OwnUnit> own = actor.roles().stream()
                .filter(held -> held.role() == Role.head && held.insteadOf() == null)
                .map(HeldRole::unitCode)
                .distinct()
                .map(unit -> new OwnUnit(
                        unit,
                        organisation.unitNames(List.of(unit)).getOrDefault(unit, unit),
                        choices.of(unit, actor.login())))
                .toList();
        List<String> people = found.items().stream()
                .flatMap(each -> Stream.of(each.absent(), each.substitute()))
                .distinct()
                .toList();
        return new ModelAndView("substitutions")
                .addObject("lines", found.items())
                .addObject("pager", Pager.of(found, at -> "/substitutions?page=" + at))
                .addObject("own", own)
                .addObject("typed", typed)
                .addObject("names", organisation.namesOf(people))
                .addObject(
                        "units",
                        organisation.unitNames(found.items().stream()
                                .map(Substitution::unitCode)
                                .distinct()
                                .toList()))
                .addObject("mayEndAll", actor.holds(Role.administrator));
    }

    @PostMapping
    ModelAndView add(Actor actor, Typed typed) {
        try {
            substitutions.add(actor, typed.read());
            return new ModelAndView("redirect:/substitutions");
        } catch (NotFound | NotAllowed refused) {
            throw refused;
        } catch (BusinessProblem refused) {
            return FormProblem.of(refused, texts).on(page(actor, 0, typed));
        }
    }

    @PostMapping("/{id}/end")
    String end(Actor actor, @PathVariable long id) {
        substitutions.end(actor, id);
        return "redirect:/substitutions";
    }

    record OwnUnit(String code, String name, List<SubstitutionChoices.Group> groups) {}

    /** @param choice form and login of who was chosen; or both stand by themselves */
    record Typed(
            String unitCode,
            String choice,
            String substitute,
            SigningForm form,
            String from,
            String to,
            String reason,
            String delegation) {

        static final Typed NOTHING = new Typed(null, null, null, null, null, null, null, null);

        private static final Pattern CHOICE = Pattern.compile("(KT|TL|TUQ) (\\S+)");

        Substitution read() {
            Matcher chosen = CHOICE.matcher(choice == null ? "" : choice);
            boolean both = chosen.matches();
            if (choice != null && !both) {
                throw new InvalidInput("substitute", "substitution.rank");
            }
            return new Substitution(
                    0,
                    unitCode,
                    null,
                    both ? chosen.group(2) : substitute,
                    both ? SigningForm.valueOf(chosen.group(1)) : form,
                    VietnamTime.typedDay("from", from),
                    VietnamTime.typedDay("to", to),
                    reason,
                    delegation,
                    false);
        }
    }
}
