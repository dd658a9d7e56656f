package vn.plancascade.demo;

import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.plancascade.deadline.Holidays;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Role;
import vn.plancascade.plan.NationalPlans;

/**
 * Loads the sample once: the country's units with invented people, 2023's days off, and plan 360/KH-BYT as a draft. The deployment is
 * healthy only once it is there.
 */
@Component("sampleData")
@Profile("demo")
class DemoData implements HealthIndicator {

    /** Password of every sample user; hashed once and shared, and known to no other profile. */
    private static final String PASSWORD = "demo";

    private static final String MINISTRY = "BYT";
    private static final String INSPECTORATE = "TTRB";

    /** The one unit of the sample in which somebody sees drafts before the head. */
    private static final String REVIEWING = "VIEN-SRKST-QN";

    private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);

    private final DemoState state;
    private final SampleLoader loader;
    private final PasswordEncoder passwords;
    private final Organisation organisation;
    private final NationalPlans plans;
    private final Holidays holidays;
    private final TransactionTemplate transaction;

    /** Generated facilities beside the sample's, to see the product at the size of the country. */
    private final int facilities;

    /** Health asks often, and must answer while the database is away: once there, a sample stays. */
    private volatile boolean loaded;

    DemoData(
            DemoState state,
            SampleLoader loader,
            PasswordEncoder passwords,
            Organisation organisation,
            NationalPlans plans,
            Holidays holidays,
            TransactionTemplate transaction,
            @Value("${plan-cascade.demo.facilities:0}") int facilities) {
        this.state = state;
        this.loader = loader;
        this.passwords = passwords;
        this.organisation = organisation;
        this.plans = plans;
        this.holidays = holidays;
        this.transaction = transaction;
        this.facilities = facilities;
    }

    @EventListener(ApplicationReadyEvent.class)
    void load() {
        if (!state.sampleLoaded()) {
            transaction.executeWithoutResult(status -> {
                if (state.takeSample()) {
                    loadAll();
                    LOG.info("Sample loaded: log in as chuyenvien.bo, lanhdao.bo, vanthu.bo, thanhtra.bo or quantri");
                }
            });
        }
        loaded = true;
    }

    private void loadAll() {
        String hash = passwords.encode(PASSWORD);
        loader.provinces(SampleFiles.rows("provinces.csv"));
        List<SampleUnit> units = SampleFiles.units();
        loader.units(units, hash);
        List<SampleUnit> departments =
                units.stream().filter(unit -> unit.kind().equals("DOH")).toList();
        loader.units(GeneratedFacilities.below(departments, facilities, 360), hash);
        loader.person("chuyenvien.bo", "Lê Thị Soạn Thảo", MINISTRY, "Chuyên viên", hash, Role.ministryDrafter);
        loader.person("lanhdao.bo", "Trần Văn Lãnh Đạo", MINISTRY, "Thứ trưởng", hash, Role.ministryLeader);
        loader.person("vanthu.bo", "Phạm Thị Văn Thư", MINISTRY, "Văn thư", hash, Role.clerk);
        loader.person(
                "thanhtra.bo",
                "Nguyễn Văn Thanh Tra",
                INSPECTORATE,
                "Thanh tra viên",
                hash,
                Role.inspector,
                Role.focalContact);
        loader.person(
                REVIEWING + ".kiemtra", "Đỗ Thị Kiểm Tra", REVIEWING, "Trưởng phòng Kế hoạch", hash, Role.reviewer);
        loader.person("quantri", "Quản trị hệ thống", MINISTRY, "Quản trị", hash, Role.administrator);
        Actor administrator = organisation.actor("quantri").orElseThrow();
        SampleFiles.rows("days-off.csv")
                .forEach(day -> holidays.add(
                        administrator,
                        LocalDate.parse(day.get("date")),
                        Boolean.valueOf(day.get("works")),
                        day.get("name")));
        plans.create(organisation.actor("chuyenvien.bo").orElseThrow(), DemoPlans.content("plan-360.json"));
        state.noteSampleLoaded();
    }

    @Override
    public Health health() {
        return loaded ? Health.up().build() : Health.outOfService().build();
    }
}
