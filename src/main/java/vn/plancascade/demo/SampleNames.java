package vn.plancascade.demo;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Invented people's names, the same for the same login at every run. */
final class SampleNames {

    private final Map<String, List<String>> parts = SampleFiles.rows("names.csv").stream()
            .collect(Collectors.groupingBy(
                    row -> row.get("part"), Collectors.mapping(row -> row.get("value"), Collectors.toList())));

    String of(String login) {
        Random random = new Random(login.hashCode());
        String sex = random.nextBoolean() ? "Male" : "Female";
        return pick("family", random) + " " + pick("middle" + sex, random) + " " + pick("given" + sex, random);
    }

    private String pick(String part, Random random) {
        List<String> values = parts.get(part);
        return values.get(random.nextInt(values.size()));
    }
}
