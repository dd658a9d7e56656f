package vn.plancascade.notification.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.plancascade.kernel.Names;
import vn.plancascade.notification.domain.Told;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.HeldRole;
import vn.plancascade.organisation.UnitKind;

/** How a mail addresses its reader: a unit's own people by their unit, those who watch over others by their name. */
final class Salutation {

    /** Units that the ministry has no say over are addressed without naming their head. */
    private static final Set<UnitKind> OUTSIDE =
            Set.of(UnitKind.PRIV_HOSPITAL, UnitKind.PRIV_CLINIC, UnitKind.OTHER_MIN);

    private Salutation() {}

    static List<String> lines(Reader reader, List<Told> told, Words words) {
        Told first = told.get(0);
        String unit = first.duty().unitCode();
        boolean oneOwnUnit = reader.belongsTo(unit)
                && told.stream().allMatch(one -> one.duty().unitCode().equals(unit));
        if (!oneOwnUnit) {
            String names = reader.names().stream().map(Names::line).collect(Collectors.joining(", "));
            return List.of(
                    words.of(reader.people().size() == 1 ? "mail.salutation.person" : "mail.salutation.people", names));
        }
        String salutation = OUTSIDE.contains(first.unitKind())
                ? words.of("mail.salutation.outside")
                : words.of("mail.salutation.head", Names.line(first.duty().unitName()));
        if (reader.headsAlone(unit)) {
            return List.of(salutation);
        }
        List<String> lines = new ArrayList<>(List.of(salutation));
        reader.people()
                .forEach(one -> lines.add(words.of(
                        "mail.salutation.reader", Names.line(one.person().fullName()), rolesIn(one, unit, words))));
        return lines;
    }

    private static String rolesIn(Actor somebody, String unit, Words words) {
        return somebody.roles().stream()
                .filter(held -> held.unitCode().equals(unit))
                .map(HeldRole::role)
                .distinct()
                .map(role -> words.of("role." + role))
                .collect(Collectors.joining(", "));
    }
}
