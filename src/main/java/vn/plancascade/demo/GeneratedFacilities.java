package vn.plancascade.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Facilities in any number below the sample's provinces, for tests, measurements and for looking at the product with a
 * whole country behind it. The same seed gives the same facilities.
 */
final class GeneratedFacilities {

    private static final String[] KINDS = {
        "PROV_HOSPITAL", "PROV_CENTER", "PRIV_HOSPITAL", "PROV_CENTER", "PROV_HOSPITAL"
    };

    private GeneratedFacilities() {}

    /**
     * @param superiors the units to which they belong and report
     * @return that many units, each of which owes a sub-plan; one in ten has no clerk
     */
    static List<SampleUnit> below(List<SampleUnit> superiors, int number, long seed) {
        Random random = new Random(seed);
        List<SampleUnit> units = new ArrayList<>(number);
        for (int i = 1; i <= number; i++) {
            SampleUnit superior = superiors.get(random.nextInt(superiors.size()));
            boolean clerk = random.nextInt(10) > 0;
            String code = "GEN-" + i;
            units.add(new SampleUnit(
                    code,
                    "Cơ sở y tế số " + i + " thuộc " + superior.name(),
                    KINDS[random.nextInt(KINDS.length)],
                    superior.provinceCode(),
                    superior.code(),
                    superior.code(),
                    code.toLowerCase(Locale.ROOT) + "@mau.example",
                    "CSYT",
                    superior.place(),
                    clerk ? "register" : "auto",
                    clerk,
                    "Giám đốc"));
        }
        return units;
    }
}
