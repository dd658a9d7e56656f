package vn.plancascade.document.domain;

import org.apache.poi.poifs.filesystem.FileMagic;
import vn.plancascade.document.Documents;
import vn.plancascade.document.Documents.Upload;
import vn.plancascade.document.EvidenceFormat;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.sheet.FileKind;

/** What a file must be to be kept as evidence that others will open: by what is in it, whatever it is called. */
final class EvidenceCheck {

    static final String FIELD = "file";

    private EvidenceCheck() {}

    /**
     * What the file is.
     *
     * @throws InvalidInput on {@code file}, saying what is wrong with it
     */
    static EvidenceFormat format(Upload file) {
        if (file == null || file.content() == null || file.content().length == 0) {
            throw new InvalidInput(FIELD, "document.file.missing");
        }
        byte[] content = file.content();
        if (content.length > Documents.MAX_BYTES) {
            throw new InvalidInput(FIELD, "document.file.tooLarge", Documents.MAX_BYTES / 1024 / 1024);
        }
        return switch (FileKind.of(content)) {
            case pdf -> {
                SignedPdf.check(file);
                yield EvidenceFormat.pdf;
            }
            case picture -> picture(content);
            case workbook, office -> OfficeFile.check(content);
            case encrypted -> throw new InvalidInput(FIELD, "attachment.encrypted");
            case text, xls, ods, xlsb, strict, html, archive -> throw new InvalidInput(FIELD, "attachment.kind");
        };
    }

    private static EvidenceFormat picture(byte[] content) {
        return switch (FileMagic.valueOf(content)) {
            case PNG -> Picture.check(content, EvidenceFormat.png);
            case JPEG -> Picture.check(content, EvidenceFormat.jpg);
            default -> throw new InvalidInput(FIELD, "attachment.kind");
        };
    }
}
