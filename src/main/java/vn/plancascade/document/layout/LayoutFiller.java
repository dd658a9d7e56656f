package vn.plancascade.document.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.plancascade.document.OfficialDocument;

/** Puts a document into a layout: the result is its Word file, and what its PDF is printed from. */
final class LayoutFiller {

    static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

    /** How much longer than the line under it a text is (Nghị định 30/2020/NĐ-CP: a third to a half). */
    private static final double SHARE_OF_TEXT = 0.4;

    private final Styles styles;
    private final OfficialDocument content;

    private LayoutFiller(Styles styles, OfficialDocument content) {
        this.styles = styles;
        this.content = content;
    }

    static byte[] fill(byte[] layout, OfficialDocument content) {
        try (WordFile file = WordFile.open(layout)) {
            LayoutFiller filler = new LayoutFiller(Styles.read(file, WordFile.read(file.main())), content);
            filler.fill(file.main());
            for (PackagePart part : file.headersAndFooters()) {
                filler.fill(part);
            }
            return file.save();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void fill(PackagePart part) throws IOException {
        Document document = WordFile.read(part);
        LayoutBlocks blocks = new LayoutBlocks(document, styles);
        for (Element paragraph : Word.all(document, "p")) {
            String text = Word.text(paragraph).strip();
            Matcher alone = PLACEHOLDER.matcher(text);
            Placeholder placeholder =
                    alone.matches() ? Placeholder.named(alone.group(1)).orElse(null) : null;
            if (placeholder == Placeholder.duongKe || placeholder == Placeholder.duongKeDai) {
                new RuledLine(styles).draw(paragraph, placeholder == Placeholder.duongKe ? SHARE_OF_TEXT : 1);
            } else if (placeholder == Placeholder.noiDung) {
                Splice.replace(paragraph, LayoutBlocks.withSignature(blocks.of(content.body())));
            } else if (placeholder == Placeholder.phuLuc) {
                Splice.replace(paragraph, blocks.annexes(content));
            } else if (placeholder != null && placeholder.hasOwnParagraph()) {
                Splice.repeat(paragraph, placeholder.lines(content));
            } else if (text.contains("${")) {
                inline(paragraph);
            }
        }
        WordFile.write(part, document);
    }

    /** Word may cut a placeholder into several runs; its text goes where it begins. */
    private void inline(Element paragraph) {
        List<Element> pieces = Word.all(paragraph, "t");
        StringBuilder whole = new StringBuilder();
        List<Integer> starts = new ArrayList<>();
        for (Element piece : pieces) {
            starts.add(whole.length());
            whole.append(piece.getTextContent());
        }
        List<StringBuilder> texts = new ArrayList<>();
        pieces.forEach(piece -> texts.add(new StringBuilder()));
        Matcher matcher = PLACEHOLDER.matcher(whole);
        int at = 0;
        while (matcher.find()) {
            spread(whole, at, matcher.start(), starts, texts);
            String value = Placeholder.named(matcher.group(1))
                    .map(found -> String.join(" ", found.lines(content)))
                    .orElse("");
            texts.get(piece(starts, matcher.start())).append(value);
            at = matcher.end();
        }
        spread(whole, at, whole.length(), starts, texts);
        for (int i = 0; i < pieces.size(); i++) {
            Word.write(pieces.get(i), texts.get(i).toString());
        }
        if (Word.text(paragraph).isBlank()) {
            Splice.remove(paragraph);
        }
    }

    private static void spread(StringBuilder whole, int from, int to, List<Integer> starts, List<StringBuilder> texts) {
        for (int i = from; i < to; i++) {
            texts.get(piece(starts, i)).append(whole.charAt(i));
        }
    }

    private static int piece(List<Integer> starts, int at) {
        int piece = 0;
        while (piece + 1 < starts.size() && starts.get(piece + 1) <= at) {
            piece++;
        }
        return piece;
    }
}
