package vn.plancascade.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.ColumnMap;
import vn.plancascade.organisation.NewUnit;
import vn.plancascade.organisation.Numbering;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.OrganisationAdmin;
import vn.plancascade.organisation.Person;
import vn.plancascade.organisation.Role;
import vn.plancascade.organisation.UnitImport;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.support.Postgres;

/** 60,000 units with their heads from one file, beside nothing but the inserts of the same rows. See bench/README.md. */
@SpringBootTest
class ImportBench {

    private static final int UNITS = 60_000;
    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);

    @Autowired
    UnitImport imports;

    @Autowired
    Organisation organisation;

    @Autowired
    OrganisationAdmin admin;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        Postgres.newDatabase(properties);
    }

    @Test
    void sixtyThousandUnits() {
        admin.addUnit(new NewUnit(
                "BYT", "Bộ Y tế", UnitKind.MOH, null, null, null, null, "BYT", null, Numbering.register, SINCE, false));
        admin.addPerson(new Person("quantri", "Quản Trị", null, "vi", true), null);
        admin.assign("quantri", Role.administrator, "BYT", null, SINCE);
        Actor actor = organisation.actor("quantri").orElseThrow();

        double floor = seconds(this::rowsAlone);
        byte[] file = file();
        double dry = seconds(() -> imports.run(actor, "60000.csv", file, true, null, ColumnMap.NONE));
        resetPeak();
        double first = seconds(() -> imports.run(actor, "60000.csv", file, false, null, ColumnMap.NONE));
        long peak = peak();
        UnitImport.Outcome[] again = new UnitImport.Outcome[1];
        double second = seconds(() -> again[0] = imports.run(actor, "60000.csv", file, false, null, ColumnMap.NONE));
        assertThat(again[0].units().unchanged()).isEqualTo(UNITS);
        System.out.printf(
                "BENCH file %.1f MB; rows alone 1; preview %.2f; import %.2f; the same again %.2f; peak heap %d MB of %d MB%n",
                file.length / 1e6,
                dry / floor,
                first / floor,
                second / floor,
                peak >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private static byte[] file() {
        StringBuilder csv = new StringBuilder("code,name,kind,reportsToCode,headLogin,headName\n");
        for (int i = 0; i < UNITS; i++) {
            csv.append("T-").append(i).append(",Trạm Y tế xã số ").append(i).append(",STATION,");
            csv.append(i < 60 ? "BYT" : "T-" + i % 60)
                    .append(",t")
                    .append(i)
                    .append(".head,Nguyễn Văn ")
                    .append(i);
            csv.append('\n');
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The rows that the import must write, in batches of the same size, into tables of the same shape. */
    private Object rowsAlone() {
        return transaction.execute(status -> {
            jdbc.execute("create table f_unit (like unit including all)");
            jdbc.execute("create table f_relation (like unit_relation including all)");
            jdbc.execute("create table f_person (like person including all)");
            jdbc.execute("create table f_role (like role_assignment including all)");
            List<Object[]> units = new ArrayList<>();
            List<Object[]> relations = new ArrayList<>();
            List<Object[]> people = new ArrayList<>();
            List<Object[]> roles = new ArrayList<>();
            for (int i = 0; i < UNITS; i++) {
                String superior = i < 60 ? "BYT" : "T-" + i % 60;
                units.add(new Object[] {"T-" + i, "Trạm Y tế xã số " + i, "STATION", "T-" + i, "register", SINCE});
                relations.add(new Object[] {"T-" + i, "PARENT", superior, SINCE});
                relations.add(new Object[] {"T-" + i, "REPORTS_TO", superior, SINCE});
                people.add(new Object[] {"t" + i + ".head", "Nguyễn Văn " + i, "vi"});
                roles.add(new Object[] {"t" + i + ".head", "T-" + i, "head", SINCE});
            }
            Map.of(
                            "insert into f_unit (code, name, kind, symbol, numbering, valid_from) values (?, ?, ?, ?, ?, ?)",
                            units,
                            "insert into f_relation (unit_code, relation, superior_code, valid_from) values (?, ?, ?, ?)",
                            relations,
                            "insert into f_person (login, full_name, locale) values (?, ?, ?)",
                            people,
                            "insert into f_role (login, unit_code, role, valid_from) values (?, ?, ?, ?)",
                            roles)
                    .forEach((sql, rows) -> {
                        for (int from = 0; from < rows.size(); from += 1_000) {
                            jdbc.batchUpdate(sql, rows.subList(from, Math.min(from + 1_000, rows.size())));
                        }
                    });
            return null;
        });
    }

    private static double seconds(Supplier<?> work) {
        long start = System.nanoTime();
        work.get();
        return (System.nanoTime() - start) / 1e9;
    }

    private static void resetPeak() {
        System.gc();
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    /** The sum of the pools' peaks, which is at least what was used at any one moment. */
    private static long peak() {
        return heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }
}
