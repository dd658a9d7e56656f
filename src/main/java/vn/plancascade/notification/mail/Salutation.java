package vn.plancascade.notification.mail;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.plancascade.kernel.Names;
import vn.plancascade.notification.domain.Told;
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
        String name = Names.line(reader.person().fullName());
        boolean oneOwnUnit = reader.belongsTo(unit)
                && told.stream().allMatch(one -> one.duty().unitCode().equals(unit));
        if (!oneOwnUnit) {
            return List.of(words.of("mail.salutation.person", name));
        }
        String salutation = OUTSIDE.contains(first.unitKind())
                ? words.of("mail.salutation.outside")
                : words.of("mail.salutation.head", Names.line(first.duty().unitName()));
        return reader.heads(unit)
                ? List.of(salutation)
                : List.of(salutation, words.of("mail.salutation.reader", name, rolesIn(reader, unit, words)));
    }

    private static String rolesIn(Reader reader, String unit, Words words) {
        return reader.roles().stream()
                .filter(held -> held.unitCode().equals(unit))
                .map(HeldRole::role)
                .distinct()
                .map(role -> words.of("role." + role))
                .collect(Collectors.joining(", "));
    }
}
