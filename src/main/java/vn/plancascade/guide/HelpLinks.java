package vn.plancascade.guide;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Which part of the guides explains which page of the product. */
@Component
public class HelpLinks {

    /** Addresses of pages, the more special ones first, each with guide and heading. */
    private static final Map<Pattern, String> PAGES = pages();

    private static Map<Pattern, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("/", "README#việc-cần-xử-lý");
        pages.put("/(tasks|approvals)(/.*)?", "nguoi-soan-thao#kế-hoạch-của-đơn-vị");
        pages.put("/plans(/.*)?", "README#bộ-soạn-thảo-duyệt-ban-hành");
        pages.put("/obligation-actions(/.*)?", "theo-doi#nhiều-đầu-việc-cùng-lúc");
        pages.put("/obligations/[^/]+/(extension|waiver)", "theo-doi#gia-hạn-miễn-thực-hiện");
        pages.put("/obligations/[^/]+/(issued-outside|documents)", "van-thu#bản-đã-ký-và-kế-hoạch-ký-bên-ngoài");
        pages.put("/(monitor|obligations|obligation-views|notices|audit)(/.*)?", "theo-doi#giám-sát-tiến-độ");
        pages.put("/reports(/.*)?", "bao-cao");
        pages.put("/calendar(/.*)?", "README#lịch-ngày-làm-việc");
        pages.put("/substitutions(/.*)?", "thay-mat");
        pages.put("/document-layouts(/.*)?", "van-ban");
        pages.put("/deadline-policy(/.*)?", "README#thư-nhắc");
        pages.put("/failures(/.*)?", "quan-tri#lỗi-cần-xử-lý");
        pages.put("/units/[^/]+/record", "theo-doi#giám-sát-tiến-độ");
        pages.put("/units/import", "quan-tri#người-dùng-và-nhập-từ-tệp");
        pages.put("/units(/.*)?", "quan-tri#đơn-vị");
        pages.put("/people(/.*)?", "quan-tri#người-dùng-và-nhập-từ-tệp");
        Map<Pattern, String> compiled = new LinkedHashMap<>();
        pages.forEach((path, place) -> compiled.put(Pattern.compile(path), place));
        return compiled;
    }

    /** Where the page of this path is explained; the way in of the guides where nothing is said of it. */
    public String of(String path) {
        return PAGES.entrySet().stream()
                .filter(page -> page.getKey().matcher(path).matches())
                .findFirst()
                .map(page -> "/help/" + page.getValue())
                .orElse("/help");
    }

    /** Where a kind of task is explained, by its id in the model. */
    public Optional<String> ofTask(String key) {
        if (key.contains("approve")) {
            return Optional.of("/help/thu-truong#duyệt-hoặc-trả-lại");
        }
        if (key.contains("review")) {
            return Optional.of("/help/thu-truong#người-kiểm-tra-dự-thảo");
        }
        if (key.contains("issue")) {
            return Optional.of("/help/van-thu#ban-hành");
        }
        if (key.contains("Extension")) {
            return Optional.of("/help/theo-doi#đề-nghị-gia-hạn");
        }
        if (key.contains("Overdue")) {
            return Optional.of("/help/theo-doi#đơn-vị-quá-hạn");
        }
        if (key.contains("NationalPlan")) {
            return Optional.of("/help/README#bộ-soạn-thảo-duyệt-ban-hành");
        }
        return key.contains("Report") ? Optional.of("/help/bao-cao") : Optional.empty();
    }

    /** All places that pages lead to. */
    static java.util.Collection<String> places() {
        return PAGES.values();
    }
}
