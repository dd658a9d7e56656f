package vn.plancascade.deadline;

import java.util.List;
import java.util.function.Function;
import vn.plancascade.kernel.Page;

/**
 * A part of the list of duties.
 *
 * @param next what to send as {@code after} for the part that follows, whatever has changed meanwhile; null at the end
 */
public record ObligationPage<T>(List<T> items, int page, int size, long total, String next) {

    public <R> ObligationPage<R> map(Function<? super T, ? extends R> mapper) {
        return new ObligationPage<>(items.stream().<R>map(mapper).toList(), page, size, total, next);
    }

    public Page<T> plain() {
        return new Page<>(items, page, size, total);
    }
}
