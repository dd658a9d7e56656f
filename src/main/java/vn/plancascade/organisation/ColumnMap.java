package vn.plancascade.organisation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Names;

/**
 * What a person says the columns of a file are, where the product does not see it by itself.
 *
 * @param fields names of fields as the API has them by the header as it is compared; empty for a column that is left out
 */
public record ColumnMap(Map<String, String> fields) {

    public static final ColumnMap NONE = new ColumnMap(Map.of());

    private static final int MOST = 200;
    private static final int LONGEST_HEADER = 300;

    public ColumnMap {
        fields = Map.copyOf(fields);
    }

    /**
     * Reads {@code field=header} as it is sent, one for each column that is told of; {@code =header} leaves it out.
     *
     * @throws InvalidInput on {@code map}
     */
    public static ColumnMap sent(List<String> map) {
        List<String> parts = new ArrayList<>();
        for (String part : map == null ? List.<String>of() : map) {
            if (part.isEmpty()) {
                continue;
            }
            // A header may hold a comma, at which lists of parameters are taken apart.
            if (part.indexOf('=') < 0 && !parts.isEmpty()) {
                parts.set(parts.size() - 1, parts.get(parts.size() - 1) + "," + part);
            } else {
                parts.add(part);
            }
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (String part : parts) {
            int sign = part.indexOf('=');
            String header = sign < 0 ? "" : header(part.substring(sign + 1));
            if (header.isEmpty() || part.length() > LONGEST_HEADER || fields.size() == MOST) {
                throw new InvalidInput("map", "import.map");
            }
            fields.put(header, part.substring(0, sign).strip());
        }
        return new ColumnMap(fields);
    }

    /** A header as it is compared: without case, marks, stars, colons, line breaks, numbers in front, and what it says of itself. */
    public static String header(String typed) {
        return Names.folded(typed)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .replaceFirst("^\\d{1,2} (?=\\p{L})", "")
                .replaceFirst(" (bat buoc|required|dd mm yyyy|ngay thang nam)$", "");
    }

    /** These, and the others where these say nothing. */
    public ColumnMap or(ColumnMap others) {
        Map<String, String> all = new LinkedHashMap<>(others.fields);
        all.putAll(fields);
        return new ColumnMap(all);
    }
}
