package vn.plancascade.report.domain;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what could tell who somebody is whom a report is about: reports hold counts only. */
final class Identities {

    /** Chứng minh nhân dân has 9 digits, căn cước công dân 12; amounts of money are grouped and never begin with 0. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![0-9.,])(?:[0-9]{9}(?:[0-9]{3})?|0[0-9]{2}(?:[ .][0-9]{3}){2,3})(?![0-9]|[.,][0-9])");

    private static final String SURNAME =
            "(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đào|Đinh|Đoàn|Trịnh|Trương|Lâm|Mai|Tô|Hà|Cao"
                    + "|Chu|Châu|Tạ|Thái|Lưu|Quách|Vương|Nông|Triệu|Vi|Hứa|Lò|Giàng|Sùng|Vàng|Thào|Hờ|Mùa|Tráng|Ksor|Rơ|Y|H)";

    private static final String WORD = "\\p{Lu}[\\p{L}.]*";

    private static final String SOMEBODY = "(?:" + SURNAME + "(?:\\s+" + WORD
            + "){1,4}|(?:[Aa]nh|[Cc]hị|[Ee]m|[Cc]háu|[ÔÔô]ng|[Bb]à|[Bb]é|[Nn]ạn nhân|[Bb]ệnh nhân)\\s+" + WORD
            + "(?:\\s+" + WORD + "){0,4})";

    private static final String TRAIT =
            "(?:[0-9]{1,3}\\s*(?:tuổi|t\\b)|(?:sinh năm|sinh ngày|SN|S\\.N\\.)\\s*:?\\s*[0-9]|(?:[Tt]hường trú|[Tt]ạm trú|[Tt]rú|[Nn]gụ|[Qq]uê)"
                    + "\\b|[Đđ]ịa chỉ|(?:số )?[0-9]+[A-Z]?(?:/[0-9]+)*\\s+\\p{Lu})";

    private static final Pattern PERSON = Pattern.compile(
            SOMEBODY + "\\s*[,;:(–-]?\\s*(?:(?:nam|nữ|là|ở)\\b[\\s,]*)?" + TRAIT, Pattern.UNICODE_CHARACTER_CLASS);

    /** What bears a person's name without being one. */
    private static final Pattern NAMED_AFTER = Pattern.compile(
            "(?i)(?:bệnh viện|phòng khám|trung tâm|trường|viện|đường|phố|phường|xã|quận|khoa|công ty|nhà thuốc|tỉnh|huyện|thành phố"
                    + "|tp\\.?|đa khoa|quốc tế|tư nhân|thpt|thcs|số [0-9/]+|[0-9]+)\\s+$",
            Pattern.UNICODE_CHARACTER_CLASS);

    private Identities() {}

    static boolean holdsNumber(String text) {
        return text != null && NUMBER.matcher(text).find();
    }

    /** Whether a name stands with an age, a year of birth or an address. */
    static boolean seemsToNamePerson(String text) {
        if (text == null) {
            return false;
        }
        Matcher matcher = PERSON.matcher(text);
        while (matcher.find()) {
            if (!NAMED_AFTER.matcher(text.substring(0, matcher.start())).find()) {
                return true;
            }
        }
        return false;
    }
}
