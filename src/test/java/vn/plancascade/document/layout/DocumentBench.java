package vn.plancascade.document.layout;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.plancascade.document.Block;
import vn.plancascade.document.Block.Column;
import vn.plancascade.document.DocumentKind;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.document.OfficialDocument.Annex;
import vn.plancascade.support.LibreOffice;

/**
 * The reports of a whole period as PDF, one after the other: 14,000 of two pages with 25 indicators. See bench/README.md.
 */
class DocumentBench {

    private static final int REPORTS = 14_000;
    private static final int WARM = 200;
    private static final int BESIDE = 20;

    @Test
    void fourteenThousandReportsAsPdf(@TempDir Path folder) throws Exception {
        IntFunction<byte[]> word = n -> LayoutFiller.fill(StandardLayout.of(DocumentKind.unitReport), report(n));
        IntFunction<byte[]> pdf = n -> PdfPrinter.print(word.apply(n), "Báo cáo " + n);
        rate(WARM, pdf);
        double words = rate(REPORTS / 10, word);
        long bytes = pdf.apply(1).length;
        double pdfs = rate(REPORTS, pdf);
        System.out.printf(
                "BENCH %,d reports: Word alone %.0f a second, Word and PDF %.1f a second (%.1f times as long), %,d bytes a PDF%n",
                REPORTS, words, pdfs, words / pdfs, bytes);
        if (LibreOffice.isThere()) {
            double others = rate(BESIDE, n -> {
                try {
                    Path own = java.nio.file.Files.createDirectory(folder.resolve("r" + n));
                    return LibreOffice.pdf(word.apply(n), own);
                } catch (Exception failed) {
                    throw new IllegalStateException(failed);
                }
            });
            System.out.printf(
                    "BENCH a process of LibreOffice for each: %.2f a second (%.0f times as long)%n",
                    others, pdfs / others);
        }
        System.out.printf(
                "BENCH with no more than %d MB of heap%n", Runtime.getRuntime().maxMemory() >> 20);
    }

    /** The ministry's own, where no unit of the country has reported. */
    @Test
    void fourteenThousandRowsInOneDocument() {
        OfficialDocument small = report(1);
        Block.Table missing = new Block.Table(
                List.of(Column.of("TT", 8), Column.of("Mã đơn vị", 22), Column.of("Đơn vị", 70)),
                IntStream.rangeClosed(1, REPORTS)
                        .mapToObj(n -> List.of(Integer.toString(n), "TYT-" + n, "Trạm Y tế xã số " + n))
                        .toList());
        OfficialDocument large = new OfficialDocument(
                DocumentKind.consolidatedReport,
                small.superiorBody(),
                small.issuingBody(),
                small.number(),
                small.symbol(),
                small.place(),
                small.date(),
                small.type(),
                small.subject(),
                small.addressees(),
                small.body(),
                small.signing(),
                small.signatory(),
                small.recipients(),
                List.of(new Annex("Phụ lục", "Đơn vị chưa có báo cáo", List.of(missing))),
                false);
        long before = System.nanoTime();
        byte[] word = LayoutFiller.fill(StandardLayout.of(DocumentKind.consolidatedReport), large);
        double filled = (System.nanoTime() - before) / 1e9;
        byte[] pdf = PdfPrinter.print(word, "Báo cáo");
        double printed = (System.nanoTime() - before) / 1e9;
        System.out.printf(
                "BENCH one document of %,d rows: Word %.1f s (%,d bytes), both %.1f s (%,d bytes)%n",
                REPORTS, filled, word.length, printed, pdf.length);
    }

    private static double rate(int count, IntFunction<byte[]> make) {
        long before = System.nanoTime();
        long bytes =
                IntStream.range(0, count).mapToLong(n -> make.apply(n).length).sum();
        double seconds = (System.nanoTime() - before) / 1e9;
        if (bytes == 0) {
            throw new AssertionError("Nothing was made");
        }
        return count / seconds;
    }

    private static OfficialDocument report(int n) {
        String unit = "Bệnh viện Đa khoa khu vực số " + n;
        List<Block> body = IntStream.rangeClosed(1, 5)
                .boxed()
                .flatMap(part -> java.util.stream.Stream.of(
                        Block.heading(part + ". KẾT QUẢ THỰC HIỆN"),
                        Block.text("Đơn vị đã tổ chức " + n
                                + " lớp tập huấn cho nhân viên y tế và lực lượng bảo vệ; phối"
                                + " hợp với công an địa phương giữ gìn an ninh trật tự tại khoa Cấp cứu, khoa Sản.")))
                .toList();
        Block.Table figures = new Block.Table(
                List.of(
                        Column.of("Mã", 9),
                        Column.of("Chỉ tiêu", 47),
                        Column.of("Đơn vị tính", 14),
                        Column.figures("Của đơn vị", 15),
                        Column.figures("Cùng kỳ năm trước", 15)),
                IntStream.rangeClosed(1, 25)
                        .mapToObj(i -> List.of(
                                "TT" + i,
                                "Số lượt người được tuyên truyền về phòng, chống mua bán người",
                                "lượt",
                                Integer.toString(n + i),
                                Integer.toString(n)))
                        .toList());
        return new OfficialDocument(
                DocumentKind.unitReport,
                "Sở Y tế",
                unit,
                n + "/BC-BV",
                "BC-BV",
                "Hà Nội",
                LocalDate.of(2023, 6, 1),
                "Báo cáo",
                "Kết quả thực hiện PCTP, PCMBN năm 2023, 6 tháng đầu năm 2023",
                List.of("Sở Y tế"),
                body,
                List.of("GIÁM ĐỐC"),
                "Nguyễn Văn A",
                List.of("Như trên", "Lưu: VT"),
                List.of(new Annex("Phụ lục", "Biểu số liệu", List.of(figures))),
                false);
    }
}
