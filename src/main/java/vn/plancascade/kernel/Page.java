package vn.plancascade.kernel;

import java.util.List;
import java.util.function.Function;

/** One page of a list: its items, the page's number from 0, its size, and how many items there are in all. */
public record Page<T>(List<T> items, int page, int size, long total) {

    /** The same page with each item turned into something else. */
    public <R> Page<R> map(Function<? super T, ? extends R> mapper) {
        return new Page<>(items.stream().<R>map(mapper).toList(), page, size, total);
    }
}
