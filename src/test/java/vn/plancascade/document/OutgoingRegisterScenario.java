package vn.plancascade.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionTemplate;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.organisation.NewUnit;
import vn.plancascade.organisation.Numbering;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.OrganisationAdmin;
import vn.plancascade.organisation.Unit;
import vn.plancascade.organisation.UnitKind;

/** Numbers of outgoing documents: unique where a clerk types them, without a gap where we count. */
@SpringBootTest
@DirtiesContext
abstract class OutgoingRegisterScenario {

    private static final LocalDate DAY = LocalDate.of(2023, 3, 17);

    @Autowired
    OutgoingRegister register;

    @Autowired
    OrganisationAdmin admin;

    @Autowired
    Organisation organisation;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private final AtomicInteger subjects = new AtomicInteger();

    @BeforeEach
    void emptyRegister() {
        jdbc.sql("delete from outgoing_register").update();
        jdbc.sql("delete from register_counter").update();
    }

    @Test
    void aTypedNumberIsUniqueInItsUnitSeriesAndYearWhateverItsSymbol() {
        Unit unit = unit("TYPED", Numbering.register);
        assertThat(typed(unit, "KH", DAY, "05/KH-BV")).isEqualTo("05/KH-BV");
        assertThatThrownBy(() -> typed(unit, "KH", DAY, "5/KH-BVĐK")).isInstanceOf(Conflict.class);
        assertThat(typed(unit, "KH", DAY, "5a/KH-BV")).isEqualTo("5a/KH-BV");
        assertThat(typed(unit, "BC", DAY, "05/BC-BV")).isEqualTo("05/BC-BV");
        assertThat(typed(unit, "KH", DAY.plusYears(1), "05/KH-BV")).isEqualTo("05/KH-BV");
        assertThat(typed(unit("TYPED2", Numbering.register), "KH", DAY, "05/KH-BV"))
                .isEqualTo("05/KH-BV");
    }

    @Test
    void whatIsNoNumberIsRefused() {
        Unit unit = unit("REFUSED", Numbering.register);
        for (String wrong : new String[] {null, " ", "KH-BV", "0/KH", "-5/KH", "5/KH\nBcc: x", "9".repeat(101)}) {
            assertThatThrownBy(() -> typed(unit, "KH", DAY, wrong)).isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void countedNumbersHaveNoGapAndNoDoubleUnderConcurrencyAndRollback() throws Exception {
        Unit unit = unit("COUNTED", Numbering.auto);
        ExecutorService clerks = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> work = IntStream.range(0, 60)
                    .<Callable<String>>mapToObj(i -> () -> transaction.execute(status -> {
                        String number = register.register(unit, "KH", DAY, "999/KH", subject());
                        if (i % 5 == 0) {
                            status.setRollbackOnly();
                        }
                        return number;
                    }))
                    .toList();
            for (Future<String> done : clerks.invokeAll(work)) {
                done.get();
            }
        } finally {
            clerks.shutdownNow();
        }
        List<Integer> numbers = jdbc.sql(
                        "select cast(number_token as int) from outgoing_register where unit_code = 'COUNTED'")
                .query(Integer.class)
                .list();
        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 48).boxed().toList());
    }

    @Test
    void countingStepsOverWhatWasTyped() {
        Unit unit = unit("BOTH", Numbering.register);
        typed(unit, "KH", DAY, "1/KH-BV");
        String counted = transaction.execute(status -> register.registerCounted(unit, "KH", DAY, subject()));
        assertThat(counted).isEqualTo("02/KH-BV");
    }

    @Test
    void theNextNumberFollowsTheHighestOfTheYearWithTheSymbolInUse() {
        Unit unit = unit("NEXT", Numbering.register);
        assertThat(register.next(unit, "KH", DAY)).isEqualTo("01/KH-BV");
        typed(unit, "KH", DAY, "12a/KH-BVĐK");
        typed(unit, "KH", DAY, "3/KH-BVĐK");
        assertThat(register.next(unit, "KH", DAY)).isEqualTo("13/KH-BVĐK");
        assertThat(register.next(unit, "BC", DAY)).isEqualTo("01/BC-BV");
        assertThat(register.next(unit, "KH", DAY.plusYears(1))).isEqualTo("01/KH-BV");
        assertThat(register.next(unit("NEXTNONE", Numbering.none), "KH", DAY)).isNull();
    }

    @Test
    void aUnitWithoutASealGetsNoNumber() {
        assertThat(typed(unit("NONE", Numbering.none), "KH", DAY, "7/KH")).isNull();
    }

    private String typed(Unit unit, String series, LocalDate day, String number) {
        return transaction.execute(status -> register.register(unit, series, day, number, subject()));
    }

    private String subject() {
        return "test:" + subjects.incrementAndGet();
    }

    private Unit unit(String code, Numbering numbering) {
        admin.addUnit(new NewUnit(
                code,
                "Bệnh viện " + code,
                UnitKind.PROV_HOSPITAL,
                null,
                null,
                null,
                null,
                "BV",
                null,
                numbering,
                LocalDate.of(2020, 1, 1),
                false));
        return organisation.unit(code).orElseThrow();
    }
}
