package vn.plancascade.monitoring.web;

import java.util.function.IntFunction;
import vn.plancascade.kernel.Page;

/**
 * Where a list stands and where it can be turned to.
 *
 * @param from number of the first line shown, from 1; 0 in an empty list
 * @param previous address of the page before, or null
 * @param next address of the page after, or null
 */
record Pager(long from, long to, long total, int page, long pages, String previous, String next) {

    static Pager of(Page<?> page, IntFunction<String> address) {
        long pages = Math.max(1, (page.total() + page.size() - 1) / page.size());
        long before = (long) page.page() * page.size();
        int shown = page.items().size();
        return new Pager(
                shown == 0 ? 0 : before + 1,
                before + shown,
                page.total(),
                page.page() + 1,
                pages,
                page.page() == 0 ? null : address.apply((int) Math.min(page.page(), pages) - 1),
                page.page() + 1 >= pages ? null : address.apply(page.page() + 1));
    }
}
