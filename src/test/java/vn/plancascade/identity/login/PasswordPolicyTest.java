package vn.plancascade.identity.login;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.plancascade.kernel.InvalidInput;

@Tag("quick")
class PasswordPolicyTest {

    private final PasswordPolicy policy = new PasswordPolicy();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "admin0admin0admin0",
                "Admin0admin0ADMIN0",
                "admin1admin2admin3",
                "matkhau matkhau matkhau",
                "mật khẩu mật khẩu",
                "aaaaaaaaaaaaaaa",
                "x7Kp2x7Kp2x7Kp2",
                "x7Kp2mQx7Kp2mQx7K",
                "boytehanoiboytehanoi",
                "123412341234",
                "password12345678"
            })
    void aShortPieceOverAndOverOrACommonWordIsRefused(String password) {
        assertThatThrownBy(() -> policy.check(password, "nguyen.an")).isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "một mật khẩu dài",
                "trâu trắng gặm cỏ bên cầu sắt",
                "x7Kp2mQ9vLtZx7Kp2mQ9vLtZ",
                "Cau-thang-tim-7-bac-lech"
            })
    void aLongOneThatNobodyThinksOfIsTakenRepeatedOrNot(String password) {
        assertThatCode(() -> policy.check(password, "nguyen.an")).doesNotThrowAnyException();
    }
}
