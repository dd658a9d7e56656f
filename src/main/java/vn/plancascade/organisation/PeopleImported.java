package vn.plancascade.organisation;

import java.time.LocalDate;
import java.util.List;

/**
 * An import has changed people, in the transaction in which it did.
 *
 * @param reason the one that was given with the import, or the file's name
 * @param addresses of people who were there before
 * @param roles deciding ones only
 */
public record PeopleImported(String actor, String reason, List<AddressChange> addresses, List<RoleChange> roles) {

    public record AddressChange(String login, String before, String after) {}

    /**
     * @param day the first on which it is held, or on which it is held no longer; null where it goes on without an end
     * @param isNew whether the person came with this import
     */
    public record RoleChange(String login, Role role, String unitCode, boolean given, LocalDate day, boolean isNew) {}
}
