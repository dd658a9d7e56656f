package vn.plancascade.document.layout;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import vn.plancascade.document.OfficialDocument;

/** Where a layout takes in the parts of a document; written <code>${name}</code>. */
enum Placeholder {
    coQuanChuQuan(document -> upper(document.superiorBody()), false),
    coQuanBanHanh(document -> upper(document.issuingBody()), true),
    soKyHieu(OfficialDocument::numberLine, true),
    diaDanhNgayThang(OfficialDocument::dateLine, true),
    tenLoai(document -> upper(document.type()), true),
    trichYeu(OfficialDocument::subjectLine, true),
    hoTenNguoiKy(OfficialDocument::signatory, true),
    /** Must stand in the heads of the pages, so that no draft passes for a document. */
    duThao(document -> document.draft() ? "DỰ THẢO" : "", true),
    kinhGui(true, document -> addressees(document.addressees()), false),
    thamQuyenKy(true, OfficialDocument::signing, true),
    noiNhan(true, OfficialDocument::recipientLines, true),
    /** The body and the annexes, which are more than text. */
    noiDung(true, document -> List.of(), true),
    phuLuc(true, document -> List.of(), true),
    /** A line under the text above it, two fifths as long, or of its length; the paragraph's upper border is the line. */
    duongKe(document -> "", false),
    duongKeDai(document -> "", false);

    private final boolean ownParagraph;
    private final boolean required;
    private final Function<OfficialDocument, List<String>> lines;

    Placeholder(Function<OfficialDocument, String> line, boolean required) {
        this(false, line.andThen(List::of), required);
    }

    Placeholder(boolean ownParagraph, Function<OfficialDocument, List<String>> lines, boolean required) {
        this.ownParagraph = ownParagraph;
        this.lines = lines;
        this.required = required;
    }

    static Optional<Placeholder> named(String name) {
        return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
    }

    /** Whether it stands in a paragraph alone, of which there will be one for each line. */
    boolean hasOwnParagraph() {
        return ownParagraph;
    }

    /** Whether a layout for such documents cannot do without it. */
    boolean isRequired(boolean letter) {
        return this == tenLoai ? !letter : this == kinhGui ? letter : required;
    }

    List<String> lines(OfficialDocument document) {
        return lines.apply(document);
    }

    /** One addressee stands beside the words, several under them. */
    private static List<String> addressees(List<String> names) {
        if (names.size() < 2) {
            return names.stream().map(name -> "Kính gửi: " + name).toList();
        }
        List<String> lines = new java.util.ArrayList<>(List.of("Kính gửi:"));
        for (int i = 0; i < names.size(); i++) {
            lines.add("- " + names.get(i) + (i == names.size() - 1 ? "." : ";"));
        }
        return lines;
    }

    private static String upper(String text) {
        return text == null ? "" : text.toUpperCase(Locale.ROOT);
    }
}
