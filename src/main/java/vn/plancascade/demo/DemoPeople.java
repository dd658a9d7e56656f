package vn.plancascade.demo;

import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;

/** Some of the people to log in as. */
@Component
@Profile("demo")
class DemoPeople {

    /** The ministry's people, and those of one unit of each tier. */
    private static final List<String> EXAMPLES = List.of(
            "chuyenvien.bo",
            "lanhdao.bo",
            "vanthu.bo",
            "thanhtra.bo",
            "quantri",
            "SYT-01.chuyenvien",
            "SYT-01.thutruong",
            "SYT-01.vanthu",
            "BVT-01.thutruong",
            "TTYT-01A.chuyenvien");

    private final Organisation organisation;

    DemoPeople(Organisation organisation) {
        this.organisation = organisation;
    }

    List<Actor> examples() {
        return EXAMPLES.stream()
                .map(organisation::actor)
                .flatMap(Optional::stream)
                .toList();
    }
}
