package vn.plancascade.support;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vn.plancascade.document.Block;
import vn.plancascade.document.OfficialDocument;

/** Everything that a document's pages say beside the state's name and motto, in the order in which it is read. */
public final class PrintedTexts {

    private PrintedTexts() {}

    public static Stream<String> of(OfficialDocument document) {
        Stream<String> head = Stream.of(
                document.superiorBody().toUpperCase(Locale.ROOT),
                document.issuingBody().toUpperCase(Locale.ROOT),
                document.numberLine());
        Stream<String> title = document.type() == null
                ? Stream.of(document.subjectLine(), document.dateLine())
                : Stream.of(document.dateLine(), document.type().toUpperCase(Locale.ROOT), document.subjectLine());
        return Stream.of(
                        head,
                        title,
                        document.addressees().stream(),
                        document.body().stream().flatMap(PrintedTexts::of),
                        document.recipientLines().stream(),
                        document.signing().stream(),
                        Stream.of(document.signatory()),
                        document.annexes().stream()
                                .flatMap(annex -> Stream.concat(
                                        Stream.of(
                                                annex.name(),
                                                annex.title().toUpperCase(Locale.ROOT),
                                                document.annexLine()),
                                        annex.body().stream().flatMap(PrintedTexts::of))))
                .flatMap(texts -> texts)
                .filter(text -> !text.isBlank());
    }

    private static Stream<String> of(Block block) {
        if (block instanceof Block.Table table) {
            return Stream.concat(
                    table.columns().stream().map(Block.Column::title),
                    table.rows().stream().flatMap(List::stream));
        }
        return Stream.of(((Block.Paragraph) block).text());
    }
}
