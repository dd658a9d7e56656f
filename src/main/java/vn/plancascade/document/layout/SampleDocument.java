package vn.plancascade.document.layout;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import vn.plancascade.document.Block;
import vn.plancascade.document.Block.Column;
import vn.plancascade.document.DocumentKind;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.document.OfficialDocument.Annex;

/** An invented document with long names and a table over several pages, to see what a layout makes of it. */
final class SampleDocument {

    private static final int ROWS = 60;

    private SampleDocument() {}

    static OfficialDocument of(DocumentKind kind) {
        boolean letter = kind == DocumentKind.chasingLetter;
        Block.Table table = new Block.Table(
                List.of(
                        Column.of("TT", 6),
                        Column.of("Nội dung", 46),
                        Column.of("Đơn vị chủ trì, phối hợp", 30),
                        Column.figures("Số liệu", 18)),
                IntStream.rangeClosed(1, ROWS)
                        .mapToObj(n -> List.of(
                                Integer.toString(n),
                                "Tổ chức tuyên truyền, phổ biến quy định về an toàn người bệnh và nếp sống văn minh cho"
                                        + " người bệnh, người nhà người bệnh tại khoa Khám bệnh, khoa Sản, khoa Nhi",
                                "Phòng Tổ chức cán bộ; Phòng Công tác xã hội",
                                "1.234,5"))
                        .toList());
        return new OfficialDocument(
                kind,
                "Ủy ban nhân dân thành phố Hồ Chí Minh",
                "Bệnh viện Đa khoa khu vực Phụ sản - Nhi quốc tế Hạnh Phúc mẫu",
                letter ? "08/BVMAU-TCCB" : "08/KH-BVMAU",
                "KH-BVMAU",
                "Thành phố Hồ Chí Minh",
                LocalDate.of(2026, 2, 6),
                letter ? null : "Kế hoạch",
                (letter ? "t" : "T")
                        + "hực hiện công tác bảo đảm an toàn người bệnh và văn hóa ứng xử bệnh viện năm 2026",
                letter ? List.of("Thủ trưởng các đơn vị có tên trong danh sách kèm theo") : List.of(),
                List.of(
                        Block.basis("Căn cứ Luật Khám bệnh, chữa bệnh;"),
                        Block.basis("Căn cứ Kế hoạch của cơ quan cấp trên về an toàn người bệnh năm 2026."),
                        Block.heading("I. MỤC ĐÍCH, YÊU CẦU"),
                        Block.text("Chủ động phòng ngừa, phát hiện, khắc phục sự cố tại bệnh viện; bảo vệ nhân viên"
                                + " y tế, người bệnh và người nhà người bệnh; nghiêng, khuếch, thuở, ưỡn, ỵ, ễ, ỗ, ữ."),
                        Block.heading("II. NỘI DUNG"),
                        Block.text("Các hoạt động, đơn vị thực hiện và số liệu như bảng dưới đây."),
                        table,
                        Block.text("Đề nghị các khoa, phòng nghiêm túc thực hiện./.")),
                List.of("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
                "Nguyễn Hoàng Thị Ánh Nguyệt",
                List.of("Sở Y tế (để báo cáo)", "Các khoa, phòng (để thực hiện)", "Lưu: VT, TCCB"),
                List.of(new Annex(
                        "Phụ lục I",
                        "Danh sách đơn vị",
                        List.of(Block.text("Danh sách gồm các đơn vị thuộc phạm vi thực hiện.")))),
                false);
    }
}
