package vn.plancascade.support;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another program that reads Word files. */
public final class LibreOffice {

    private LibreOffice() {}

    /** Whether it is installed; where it has to be (PLAN_CASCADE_LIBREOFFICE=required), a test fails without it. */
    public static boolean isThere() throws IOException, InterruptedException {
        boolean there;
        try {
            there = new ProcessBuilder("soffice", "--version")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notInstalled) {
            there = false;
        }
        if (!there && "required".equals(System.getenv("PLAN_CASCADE_LIBREOFFICE"))) {
            throw new AssertionError("LibreOffice is not installed");
        }
        return there;
    }

    /** The file as LibreOffice prints it. */
    public static byte[] pdf(byte[] docx, Path folder) throws IOException, InterruptedException {
        Path file = Files.write(folder.resolve("van-ban.docx"), docx);
        ProcessBuilder soffice = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "pdf",
                        "--outdir",
                        folder.toString(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        soffice.environment().put("FONTCONFIG_FILE", fonts(folder).toString());
        Process process = soffice.start();
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("LibreOffice does not end");
        }
        return Files.readAllBytes(folder.resolve("van-ban.pdf"));
    }

    /** The product's own letters stand in for Times New Roman, whatever is installed. */
    private static Path fonts(Path folder) throws IOException {
        Path fonts = Files.createDirectories(folder.resolve("fonts"));
        for (String cut : List.of("Regular", "Bold", "Italic", "BoldItalic")) {
            try (InputStream font = LibreOffice.class.getResourceAsStream("/fonts/Tinos/Tinos-" + cut + ".ttf")) {
                Files.copy(font, fonts.resolve("Tinos-" + cut + ".ttf"));
            }
        }
        return Files.writeString(folder.resolve("fonts.conf"), """
                <?xml version="1.0"?>
                <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
                <fontconfig>
                  <dir>%s</dir>
                  <cachedir>%s</cachedir>
                  <alias binding="same"><family>Times New Roman</family><prefer><family>Tinos</family></prefer></alias>
                </fontconfig>
                """.formatted(fonts, folder.resolve("cache")));
    }
}
