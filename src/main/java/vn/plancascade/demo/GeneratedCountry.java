package vn.plancascade.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A country of any size for tests and measurements: the ministry with its inspectorate, 63 provincial departments, and as
 * many facilities under them as are asked for. The same seed gives the same country.
 */
public final class GeneratedCountry {

    private static final int PROVINCES = 63;
    private static final String[] KINDS = {
        "PROV_HOSPITAL", "PROV_CENTER", "PRIV_HOSPITAL", "PROV_CENTER", "PROV_HOSPITAL"
    };

    private GeneratedCountry() {}

    /** @param facilities units below the provinces, each of which owes a sub-plan, as do the inspectorate and the provinces */
    static List<SampleUnit> of(int facilities, long seed) {
        Random random = new Random(seed);
        List<SampleUnit> units = new ArrayList<>(facilities + PROVINCES + 2);
        units.add(unit("BYT", "Bộ Y tế", "MOH", null, null, true, "register"));
        units.add(unit("TTRB", "Thanh tra Bộ", "MOH_INSPECTORATE", "BYT", "BYT", true, "register"));
        for (int i = 1; i <= PROVINCES; i++) {
            units.add(unit("SYT-" + i, "Sở Y tế tỉnh số " + i, "DOH", null, "TTRB", true, "register"));
        }
        for (int i = 1; i <= facilities; i++) {
            String superior = "SYT-" + (1 + random.nextInt(PROVINCES));
            String kind = KINDS[random.nextInt(KINDS.length)];
            boolean clerk = random.nextInt(10) > 0;
            units.add(unit(
                    "DV-" + i, "Cơ sở y tế số " + i, kind, superior, superior, clerk, clerk ? "register" : "auto"));
        }
        return units;
    }

    private static SampleUnit unit(
            String code, String name, String kind, String parent, String reportsTo, boolean clerk, String numbering) {
        return new SampleUnit(
                code,
                name,
                kind,
                null,
                parent,
                reportsTo,
                code.toLowerCase(Locale.ROOT) + "@mau.example",
                code.replaceAll("[^A-Z]", ""),
                "Hà Nội",
                numbering,
                clerk,
                "Giám đốc");
    }
}
