package vn.plancascade.kernel.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** What a file that was sent as a spreadsheet is, by what is in it and not by its name. */
public enum FileKind {
    /** XLSX, also with macros: can be read. */
    workbook,
    /** None of the others: CSV, if it is text. */
    text,
    /** Excel 97 to 2003. */
    xls,
    /** A workbook or document with a password. */
    encrypted,
    ods,
    /** Excel's binary workbook. */
    xlsb,
    /** A workbook in the strict form of the standard, which no library here reads. */
    strict,
    /** Word, PowerPoint or something else of Office. */
    office,
    pdf,
    /** A page or an XML table, which old programs save under the name of a workbook. */
    html,
    /** An archive that holds files instead of being one. */
    archive,
    picture;

    private static final int BEGINNING = 2_000;
    private static final Pattern PAGE = Pattern.compile(
            "^\\s*(<!doctype|<html|<head|<meta|<table|<body|<style|<\\?xml|<workbook|<!--|mime-version:)");

    public static FileKind of(byte[] content) {
        if (begins(content, 'P', 'K', 3, 4) || begins(content, 'P', 'K', 5, 6)) {
            return zip(content);
        }
        if (begins(content, 'R', 'a', 'r', '!')
                || begins(content, '7', 'z', 0xBC, 0xAF)
                || begins(content, 0x1F, 0x8B)) {
            return archive;
        }
        return switch (FileMagic.valueOf(content)) {
            case OLE2 -> compound(content);
            case BIFF2, BIFF3, BIFF4 -> xls;
            case PDF -> pdf;
            case RTF, WORD2, MSWRITE -> office;
            case JPEG, GIF, PNG, TIFF, BMP, WMF, EMF -> picture;
            default -> isPage(content) ? html : text;
        };
    }

    private static boolean begins(byte[] content, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (content.length <= i || content[i] != (byte) bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPage(byte[] content) {
        String beginning = new String(content, 0, Math.min(content.length, BEGINNING), StandardCharsets.ISO_8859_1)
                .replace("\u0000", "")
                .replaceFirst("^(\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)", "");
        return PAGE.matcher(beginning.toLowerCase(Locale.ROOT)).find();
    }

    private static FileKind compound(byte[] content) {
        try (POIFSFileSystem file = new POIFSFileSystem(new ByteArrayInputStream(content))) {
            Set<String> names = file.getRoot().getEntryNames();
            if (names.contains(Decryptor.DEFAULT_POIFS_ENTRY)) {
                return encrypted;
            }
            return names.contains("Workbook") || names.contains("Book") || names.contains("WORKBOOK") ? xls : office;
        } catch (IOException | RuntimeException damaged) {
            return xls;
        }
    }

    private static String beginning(ZipFile zip, String name, int most) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(name);
        if (entry == null) {
            return "";
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return new String(in.readNBytes(most), StandardCharsets.US_ASCII);
        }
    }

    /** By the names in it; one that cannot be unpacked is left to whoever reads it. */
    private static FileKind zip(byte[] content) {
        try (ZipFile zip = ZipFile.builder().setByteArray(content).get()) {
            String type = beginning(zip, "mimetype", 200);
            if (!type.isEmpty()) {
                return type.contains("spreadsheet") ? ods : type.contains("opendocument") ? office : archive;
            }
            if (zip.getEntry("xl/workbook.bin") != null) {
                return xlsb;
            }
            if (beginning(zip, "_rels/.rels", BEGINNING).contains("http://purl.oclc.org/ooxml/")) {
                return strict;
            }
            Set<String> folders = Collections.list(zip.getEntries()).stream()
                    .map(ZipArchiveEntry::getName)
                    .map(name -> name.substring(0, Math.max(0, name.indexOf('/'))))
                    .collect(Collectors.toSet());
            if (folders.contains("word") || folders.contains("ppt")) {
                return office;
            }
            return folders.contains("xl") ? workbook : archive;
        } catch (IOException | RuntimeException damaged) {
            return workbook;
        }
    }
}
