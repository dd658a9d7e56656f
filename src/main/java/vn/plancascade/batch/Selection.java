package vn.plancascade.batch;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The duties that are chosen.
 *
 * @param text how they were chosen: the same for the same ids in whatever order, and for the same filter
 * @param ids each once
 */
public record Selection(String text, List<Long> ids) {

    /** So many at most; more than a country has of one kind and period. */
    public static final int MOST = 20_000;

    public static Selection of(Collection<Long> chosen) {
        List<Long> ids = chosen.stream().distinct().sorted().toList();
        return new Selection("ids " + ids.stream().map(String::valueOf).collect(Collectors.joining(",")), ids);
    }
}
