package vn.plancascade.monitoring.web;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * What is to be in a file of a list.
 *
 * @param nameKey of the text that names the file, with the day in it
 * @param filter each filter in words
 * @param rows hands out the rows, each with texts, days, moments and whole numbers
 */
record Listing(
        String nameKey,
        String title,
        List<String> filter,
        List<String> headers,
        LongSupplier total,
        Consumer<Consumer<List<Object>>> rows) {

    enum Format {
        xlsx,
        csv
    }
}
