package vn.plancascade.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import vn.plancascade.kernel.Conflict;
import vn.plancascade.kernel.InvalidInput;
import vn.plancascade.kernel.Names;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.kernel.PlainText;

/** Units, their trees and dated roles. */
@SpringBootTest
@DirtiesContext
abstract class OrganisationScenario {

    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);

    @Autowired
    Organisation organisation;

    @Autowired
    OrganisationAdmin admin;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aCycleInEitherRelationIsRefusedAndChangesNothing() {
        add("A1", null);
        add("A2", "A1");
        add("A3", "A2");
        for (Relation relation : Relation.values()) {
            assertThatThrownBy(() -> admin.relate("A1", relation, "A3", SINCE.plusYears(1)))
                    .isInstanceOfSatisfying(
                            InvalidInput.class,
                            refused -> assertThat(refused.violations().get(0).field())
                                    .isEqualTo(relation == Relation.PARENT ? "parentCode" : "reportsToCode"));
            assertThatThrownBy(() -> admin.relate("A1", relation, "A1", SINCE)).isInstanceOf(InvalidInput.class);
        }
        assertThat(organisation.unit("A1").orElseThrow().reportsToCode()).isNull();
    }

    @Test
    void twoHalvesOfACycleAtTheSameMomentCannotBothBeWritten() throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 10; round++) {
                String left = "L" + round;
                String right = "R" + round;
                add(left, null);
                add(right, null);
                List<Callable<Boolean>> halves = List.of(() -> related(left, right), () -> related(right, left));
                int written = 0;
                for (Future<Boolean> half : both.invokeAll(halves)) {
                    written += half.get() ? 1 : 0;
                }
                assertThat(written).isEqualTo(1);
            }
        } finally {
            both.shutdownNow();
        }
    }

    @Test
    void aSuperiorSeesItsTreeAndNothingElse() {
        add("T1", null);
        add("T2", "T1");
        add("T3", "T2");
        add("X1", null);
        person("t2.head", "T2");
        Scope scope = organisation.scopeOf(organisation.actor("t2.head").orElseThrow());
        assertThat(organisation
                        .units(new UnitQuery(null, null, null, null, null), scope, new PageRequest(0, 50))
                        .items())
                .extracting(Unit::code)
                .containsExactly("T2", "T3");
        assertThat(organisation.isWithin(scope, "T1")).isFalse();
        assertThat(organisation.isWithin(scope, "X1")).isFalse();
        assertThat(organisation.subtree("T1")).containsExactlyInAnyOrder("T1", "T2", "T3");
    }

    @Test
    void aRoleEndsOnItsDayAndADisabledPersonHasNone() {
        add("P1", null);
        person("p1.head", "P1");
        assertThat(organisation.actor("p1.head").orElseThrow().holds(Role.head, "P1"))
                .isTrue();
        admin.endRole("p1.head", Role.head, "P1", SINCE.plusDays(1));
        assertThat(organisation.actor("p1.head").orElseThrow().roles()).isEmpty();
        admin.change(new Person("p1.head", "P1", null, "vi", false));
        assertThat(organisation.actor("p1.head")).isEmpty();
    }

    @Test
    void codesAreOfTheirAlphabetAndUnique() {
        add("C1", null);
        assertThatThrownBy(() -> add("C1", null)).isInstanceOf(Conflict.class);
        for (String wrong : new String[] {"c1", "C 1", "Đ1", "", "C:1", null}) {
            assertThatThrownBy(() -> add(wrong, null)).isInstanceOf(InvalidInput.class);
        }
        assertThatThrownBy(() -> add("C2", "NOWHERE")).isInstanceOf(InvalidInput.class);
        assertThat(organisation.unit("C2")).isEmpty();
    }

    @Test
    void addressesThatAServerMightReadDifferentlyAreRefused() {
        for (String wrong : new String[] {
            "",
            "a",
            "a@",
            "@b.vn",
            "a@b",
            "a@b.vn\r\nBcc: c@d.vn",
            "a b@c.vn",
            "a@b..vn",
            "a.@b.vn",
            "\"a\"@b.vn",
            "A <a@b.vn>",
            "a@b.vn, c@d.vn",
            "đ@b.vn",
            "a".repeat(65) + "@b.vn",
            "a@" + "b.".repeat(130) + "vn"
        }) {
            assertThatThrownBy(() -> admin.addPerson(new Person("wrong", "Người", wrong, "vi", true), null))
                    .as(wrong)
                    .isInstanceOfSatisfying(
                            InvalidInput.class,
                            refused -> assertThat(refused.violations().get(0).field())
                                    .isEqualTo("email"));
        }
        assertThat(organisation.person("wrong")).isEmpty();
        admin.addPerson(new Person("right", "Người", "van.thu+1@syt-hanoi.gov.vn", "vi", true), null);
    }

    @Test
    void aCodeAndALoginAreTheSameHoweverTheyAreWritten() {
        add("BV-01A", null);
        person("BV-01A.VanThu", "BV-01A");
        assertThat(organisation.unit(" bv-01a\u00A0").orElseThrow().code()).isEqualTo("BV-01A");
        assertThat(organisation.person("bv-01a.vanthu").orElseThrow().login()).isEqualTo("BV-01A.VanThu");
        assertThat(organisation.actor("BV-01A.VANTHU").orElseThrow().login()).isEqualTo("BV-01A.VanThu");
        assertThat(organisation.loginOf("bv-01a.VANTHU")).isEqualTo("BV-01A.VanThu");
        assertThat(directory.people(withLogins("BV-01A.VANTHU", "khong.ai"), 0, 10))
                .extracting(Person::login)
                .containsExactly("BV-01A.VanThu");
        assertThatThrownBy(() -> person("BV-01A.vanthu", "BV-01A"))
                .isInstanceOfSatisfying(
                        Conflict.class,
                        refused ->
                                assertThat(refused.violations().get(0).field()).isEqualTo("login"));
        // Whoever writes past the product meets the same.
        assertThatThrownBy(() -> jdbc.sql("update unit set code = 'c1x' where code = 'BV-01A'")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private static PersonQuery withLogins(String... logins) {
        return new PersonQuery(List.of(logins), null, null, List.of(), null, null, null, null);
    }

    @Test
    void theColumnThatIsSearchedIsFoldedAsWhatIsTyped() {
        add("F1", null);
        // Some to a name, composed and taken apart; letters that stay foreign are the database's to make small.
        List<String> letters = IntStream.rangeClosed('!', 0x2020)
                .mapToObj(Character::toString)
                .filter(letter -> PlainText.of(letter).equals(letter))
                .filter(letter -> Names.folded(letter).matches("[!-~]"))
                .toList();
        assertThat(letters).contains("ậ", "Ữ", "đ", "Đ", "ỵ", "Ơ", "ĕ").hasSizeGreaterThan(350);
        for (int from = 0; from < letters.size(); from += 50) {
            String name = String.join("", letters.subList(from, Math.min(from + 50, letters.size())));
            for (Normalizer.Form form : List.of(Normalizer.Form.NFC, Normalizer.Form.NFD)) {
                assertThat(foldedByTheDatabase(Normalizer.normalize(name, form)))
                        .isEqualTo(Names.folded(name));
            }
        }
        assertThat(foldedByTheDatabase("BỆNH VIỆN ĐA KHOA HOÀ BÌNH, hòa bình"))
                .isEqualTo("benh vien da khoa hoa binh, hoa binh");
    }

    private String foldedByTheDatabase(String name) {
        jdbc.sql("update unit set name = :name where code = 'F1'")
                .param("name", name)
                .update();
        return jdbc.sql("select name_folded from unit where code = 'F1'")
                .query(String.class)
                .single();
    }

    private boolean related(String unit, String superior) {
        try {
            admin.relate(unit, Relation.REPORTS_TO, superior, SINCE);
            return true;
        } catch (InvalidInput cycle) {
            return false;
        }
    }

    private void person(String login, String unit) {
        admin.addPerson(new Person(login, "Người " + login, null, "vi", true), null);
        admin.assign(login, Role.head, unit, "Giám đốc", SINCE);
    }

    private void add(String code, String superior) {
        admin.addUnit(new NewUnit(
                code,
                "Đơn vị",
                UnitKind.PROV_CENTER,
                null,
                superior,
                superior,
                null,
                null,
                null,
                Numbering.register,
                SINCE,
                false));
    }
}
