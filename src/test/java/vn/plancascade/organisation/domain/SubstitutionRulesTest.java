package vn.plancascade.organisation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.plancascade.organisation.Person;
import vn.plancascade.organisation.SigningForm;
import vn.plancascade.organisation.Substitution;
import vn.plancascade.organisation.Substitutions.Candidate;
import vn.plancascade.support.Findings;

/** When somebody may act for the head of a unit, and in which form. */
@Tag("quick")
class SubstitutionRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2023, 3, 16);

    private static final List<Candidate> CANDIDATES = List.of(
            new Candidate(person("pho"), SigningForm.KT, "SYT"),
            new Candidate(person("truongphong"), SigningForm.TL, "PHONG"));

    @ParameterizedTest(name = "{0} {1} {2} to {3}, {4}, {5}: {6}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            pho         | KT  | 2023-03-16 | 2023-03-16 | Đi họp | -       | -
            pho         | KT  | 2023-03-16 | 2024-03-15 | Đi học | -       | -
            truongphong | TL  | 2023-03-20 | 2023-03-24 | Đi họp | -       | -
            truongphong | TUQ | 2023-03-20 | 2023-03-24 | Đi họp | 12/GUQ  | -
            pho         | KT  | -          | 2023-03-24 | Đi họp | -       | from required
            pho         | KT  | 2023-03-20 | -          | Đi họp | -       | to required
            pho         | KT  | 2023-03-15 | 2023-03-24 | Đi họp | -       | from substitution.past
            pho         | KT  | 2023-03-20 | 2023-03-19 | Đi họp | -       | to substitution.backwards
            pho         | KT  | 2023-03-16 | 2024-03-16 | Đi học | -       | to substitution.tooLong
            pho         | KT  | 2023-03-20 | 2023-03-24 | -      | -       | reason required
            pho         | -   | 2023-03-20 | 2023-03-24 | Đi họp | -       | form required
            truongphong | TUQ | 2023-03-20 | 2023-03-24 | Đi họp | -       | delegation required
            -           | KT  | 2023-03-20 | 2023-03-24 | Đi họp | -       | substitute required
            thutruong   | KT  | 2023-03-20 | 2023-03-24 | Đi họp | -       | substitute substitution.self
            truongphong | KT  | 2023-03-20 | 2023-03-24 | Đi họp | -       | substitute substitution.rank
            pho         | TL  | 2023-03-20 | 2023-03-24 | Đi họp | -       | substitute substitution.rank
            nhanvien    | TL  | 2023-03-20 | 2023-03-24 | Đi họp | -       | substitute substitution.rank
            """)
    void aWindowIsAheadBoundedAndHeldByWhoMayActInThisForm(
            String substitute,
            SigningForm form,
            LocalDate from,
            LocalDate to,
            String reason,
            String delegation,
            String finding) {
        assertThat(found(substitute, form, from, to, reason, delegation))
                .isEqualTo(finding == null ? List.of() : List.of(finding));
    }

    @Test
    void textsAreBounded() {
        LocalDate day = TODAY.plusDays(1);
        assertThat(found("pho", SigningForm.KT, day, day, "x".repeat(1001), null))
                .containsExactly("reason tooLong");
        assertThat(found("pho", SigningForm.KT, day, day, "Đi họp", "x".repeat(201)))
                .containsExactly("delegation tooLong");
    }

    private static List<String> found(
            String substitute, SigningForm form, LocalDate from, LocalDate to, String reason, String delegation) {
        Substitution sent = new Substitution(0, "SYT-01", null, substitute, form, from, to, reason, delegation, false);
        return Findings.of(() -> SubstitutionRules.check(sent, "thutruong", TODAY, CANDIDATES));
    }

    private static Person person(String login) {
        return new Person(login, login, null, "vi", true);
    }
}
