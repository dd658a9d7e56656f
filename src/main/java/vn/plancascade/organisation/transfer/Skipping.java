package vn.plancascade.organisation.transfer;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.PlainText;
import vn.plancascade.kernel.sheet.Cell;
import vn.plancascade.organisation.transfer.Headers.Heading;

/** Rows of an office's table that speak of no unit and no person: totals, numbers of columns, headings, signatures. */
final class Skipping {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]+");
    private static final Pattern ONLY_DIGITS = Pattern.compile("\\d+");

    /** Not the names that begin so: Tổng cục, Tổng công ty, Công an, Công đoàn, Cộng Hòa. */
    private static final Pattern TOTAL =
            Pattern.compile("(tong|cong|total|sum|grand total)\\b(?! (cuc|cong ty|doi|kho|an|ty|doan|hoa)\\b).*");

    private static final Pattern TOTAL_ALONE =
            Pattern.compile("(tong|tong so|tong cong|cong|(grand )?total|sum)[ :.]*");
    private static final Pattern SIGNATURE = Pattern.compile(".*\\bngay\\b.*\\bthang\\b.*\\bnam\\b.*"
            + "|[(*) ]*((nguoi lap|nguoi ky|thu truong|ky ten|ky va|ghi chu|nguon|noi nhan|luu y)\\b|ky,).*");

    /** As (3), 3 or, for a column that follows from others, 3=1+2. */
    private static final Pattern NUMBERING = Pattern.compile("\\(?(\\d{1,2}|[A-Za-z])\\)?( ?=[-+*/x:() \\dA-Za-z]+)?");

    private static final Pattern SECTION = Pattern.compile("([IVXLC]{1,6}|[A-Z])[.)]?([ .].*)?");
    private static final int SHOWN = 120;

    private final Heading heading;
    private final List<Cell> header;
    private final int key;
    private boolean signed;

    Skipping(Heading heading, List<Cell> header) {
        this.heading = heading;
        this.header = header;
        this.key = heading.places().entrySet().stream()
                .filter(place -> place.getValue() == heading.subject().key())
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    /**
     * Why the row is not read; null if it is. Below a signature nothing without a key is. A row with a key is left out only if it is the header once more, the numbers of
     * the columns, or a total whose count or word stands where keys do.
     *
     * @param first whether nothing has been read yet
     */
    String reason(List<Cell> cells, boolean first) {
        String named = text(cells, key);
        List<String> texts = cells.stream()
                .map(Skipping::text)
                .filter(text -> !text.isEmpty())
                .toList();
        if (texts.isEmpty()) {
            return null;
        }
        if (first
                && texts.size() > 2
                && texts.stream().allMatch(text -> NUMBERING.matcher(text).matches())) {
            return "numbering";
        }
        if (heading.places().keySet().stream()
                .allMatch(place -> text(cells, place).equals(text(header, place)))) {
            return "header";
        }
        String begins = Names.folded(texts.get(0));
        long known = heading.places().keySet().stream()
                .filter(place -> !text(cells, place).isEmpty())
                .count();
        if (KEY.matcher(named).matches()) {
            boolean counted = known <= 1 || ONLY_DIGITS.matcher(named).matches();
            return counted && TOTAL_ALONE.matcher(begins).matches() ? "total" : null;
        }
        if (TOTAL.matcher(begins).matches()) {
            return "total";
        }
        signed |= (known <= 1 || texts.get(0).equals(named))
                && SIGNATURE.matcher(begins).matches();
        if (signed) {
            return "signature";
        }
        if (texts.size() == 1 && named.indexOf(' ') > 0) {
            return "section";
        }
        boolean alone = texts.size() == 1 && texts.get(0).length() > 3 || texts.size() == 2 && named.isEmpty();
        return known <= 1 && alone && SECTION.matcher(texts.get(0)).matches() ? "section" : null;
    }

    /** The row in a few words, for whoever looks for it. */
    static String text(List<Cell> cells) {
        String text = cells.stream()
                .map(Skipping::text)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" · "));
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }

    private static String text(List<Cell> cells, int place) {
        return place < cells.size() ? text(cells.get(place)) : "";
    }

    private static String text(Cell cell) {
        return PlainText.line(cell.shown());
    }
}
