package vn.plancascade.account.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Letters;
import vn.plancascade.kernel.Mailbox;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.Violation;
import vn.plancascade.organisation.Person;

/** What must hold for a person who is added or changed. */
final class NewPerson {

    /** As people can type it anywhere, whatever keyboard they have; a unit's code may be part of it. */
    private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,79}");

    private static final int NAME_LENGTH = 200;

    private NewPerson() {}

    /** @throws InvalidInput naming the fields */
    static Person checked(String login, String fullName, String email, String phone, String locale) {
        List<Violation> found = new ArrayList<>();
        String name = Names.clean(login);
        if (name == null) {
            found.add(new Violation("login", "required"));
        } else if (!LOGIN.matcher(name).matches()) {
            found.add(new Violation("login", "person.login"));
        }
        String full = Names.clean(fullName);
        if (full == null) {
            found.add(new Violation("fullName", "required"));
        } else if (full.length() > NAME_LENGTH) {
            found.add(new Violation("fullName", "tooLong", NAME_LENGTH));
        } else if (full.chars().anyMatch(Character::isISOControl)) {
            found.add(new Violation("fullName", "controlCharacter"));
        } else {
            Letters.refusal("fullName", full).ifPresent(found::add);
        }
        String number = Names.clean(phone);
        if (number != null && !Person.isPhone(number)) {
            found.add(new Violation("phone", "person.phone"));
        }
        String language = locale == null || locale.isBlank() ? "vi" : locale;
        if (!language.equals("vi") && !language.equals("en")) {
            found.add(new Violation("locale", "person.locale"));
        }
        InvalidInput.throwIfAny(found);
        String address = Names.clean(email);
        Mailbox.check("email", address);
        return new Person(name, full, address, language, true, number);
    }
}
