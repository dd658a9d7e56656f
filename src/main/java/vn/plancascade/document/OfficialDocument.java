package vn.plancascade.document;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import vn.plancascade.kernel.VietnamTime;

/**
 * What an administrative document says, in the parts that Nghị định 30/2020/NĐ-CP names; a layout says where each stands.
 * Texts are in NFC and hold nothing that cannot be printed.
 *
 * @param superiorBody the body that the issuing one belongs to, or null
 * @param number number and symbol such as 05/KH-SYT, or null while there is none
 * @param symbol what follows the number that is yet to be given, such as KH-SYT; null where documents bear none
 * @param place the place named before the date
 * @param date null while there is none
 * @param type such as Kế hoạch; null for a letter (công văn), which has none
 * @param addressees who it is sent to (Kính gửi); empty where it names none
 * @param signing what stands above the signature, line by line
 * @param signatory the name under it, or null while nobody is known to sign
 * @param recipients Nơi nhận, line by line, without the hyphens
 * @param draft whether every page says DỰ THẢO
 */
public record OfficialDocument(
        DocumentKind kind,
        String superiorBody,
        String issuingBody,
        String number,
        String symbol,
        String place,
        LocalDate date,
        String type,
        String subject,
        List<String> addressees,
        List<Block> body,
        List<String> signing,
        String signatory,
        List<String> recipients,
        List<Annex> annexes,
        boolean draft) {

    public OfficialDocument {
        superiorBody = Printable.of(superiorBody);
        issuingBody = Printable.of(issuingBody);
        number = number == null ? null : Printable.of(number);
        symbol = symbol == null ? null : Printable.of(symbol);
        place = Printable.of(place);
        type = type == null ? null : Printable.of(type);
        subject = Printable.of(subject);
        addressees = Printable.of(addressees);
        body = List.copyOf(body);
        signing = Printable.of(signing);
        signatory = Printable.of(signatory);
        recipients = Printable.of(recipients);
        annexes = List.copyOf(annexes);
    }

    /** Number or symbol as the head of a document bears it; empty where its documents bear none. */
    public String numberLine() {
        if (number != null) {
            return "Số: " + number;
        }
        return symbol == null ? "" : "Số:        /" + symbol;
    }

    /** Days below 10 and the months 1 and 2 carry a leading zero (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
    public String dateLine() {
        String day = date == null ? "      " : "%02d".formatted(date.getDayOfMonth());
        String month = date == null
                ? "      "
                : date.getMonthValue() < 3 ? "0" + date.getMonthValue() : Integer.toString(date.getMonthValue());
        String year = date == null ? "        " : Integer.toString(date.getYear());
        String line = "ngày " + day + " tháng " + month + " năm " + year;
        return place.isEmpty() ? "N" + line.substring(1) : place + ", " + line;
    }

    /** The subject as it is printed: after V/v in a letter. */
    public String subjectLine() {
        return type == null ? "V/v " + subject : subject;
    }

    /** What an annex says of the document that it goes with. */
    public String annexLine() {
        String what = type == null ? "Công văn" : type;
        return "(Kèm theo " + what + (number == null ? "" : " số " + number)
                + (date == null ? "" : " ngày " + VietnamTime.text(date)) + " của " + issuingBody
                + ")";
    }

    /** Recipients as they are printed: each ends with a semicolon, the last with a full stop. */
    public List<String> recipientLines() {
        int last = recipients.size() - 1;
        return IntStream.rangeClosed(0, last)
                .mapToObj(i -> "- " + recipients.get(i).replaceAll("[;.]+$", "") + (i == last ? "." : ";"))
                .toList();
    }

    /** An annex, on a page of its own. */
    public record Annex(String name, String title, List<Block> body) {

        public Annex {
            name = Printable.of(name);
            title = Printable.of(title);
            body = List.copyOf(body);
        }
    }
}
