package vn.plancascade.organisation;

import java.util.List;

/**
 * Filters of a search for people; null means any. The {@code ...Like} filters take SQL's wildcards and ignore case.
 *
 * @param givenName the last word of the full name, exactly
 * @param otherNames the words before it, exactly
 * @param unitCode together with {@code role}: who holds the role in the unit today; without it, in any unit
 */
public record PersonQuery(
        List<String> logins,
        String otherNames,
        String givenName,
        List<String> fullNameLike,
        String email,
        String emailLike,
        Role role,
        String unitCode) {

    /** Everybody. */
    public static PersonQuery all() {
        return new PersonQuery(null, null, null, List.of(), null, null, null, null);
    }
}
