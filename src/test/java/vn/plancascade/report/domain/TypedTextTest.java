package vn.plancascade.report.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.plancascade.kernel.VietnameseNumber;

/** What people type: numbers the Vietnamese way, and names that must not be in a report. */
@Tag("quick")
class TypedTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.234,5 | 1234.5",
                "1.234.567 | 1234567",
                "1 234,5 | 1234.5",
                "12,5 | 12.5",
                "12.5 | 12.5",
                "1.234 | 1234",
                "0.500 | 0.5",
                "0.125 | 0.125",
                "0,500 | 0.5",
                "'\u00A01.234\u00A0' | 1234",
                "1\u202F234,5 | 1234.5",
                "1\u00A0234\u2009567 | 1234567",
                "\uFF11\uFF12\uFF13\uFF14 | 1234",
                "\u22125 | -5",
                "007 | 7",
                "-3 | -3",
                "0 | 0"
            })
    void numbersAreReadAsTheyAreTyped(String typed, BigDecimal number) {
        assertThat(VietnameseNumber.parse(typed)).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1.23.4",
                "1,2,3",
                "một",
                "1e5",
                "12 %",
                "1.2345,6",
                "12 tr",
                "0.500.000",
                "0 500",
                "01.500",
                "00,5",
                "1.500 000",
                "1,234,567"
            })
    void whatIsNoNumberIsNone(String typed) {
        assertThat(VietnameseNumber.parse(typed)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CMND 012345678", "CCCD: 001088012345.", "001 088 012 345"})
    void numbersOfDocumentsAreFound(String text) {
        assertThat(Identities.holdsNumber(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "350.000.000 đồng",
                "350000000.5",
                "ĐT 0912345678",
                "360/KH-BYT ngày 16/03/2023",
                "1.234,5",
                "350 000 000 đồng"
            })
    void otherNumbersAreNot(String text) {
        assertThat(Identities.holdsNumber(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nguyễn Thị Hoa, 19 tuổi",
                "cháu Lan 5 tuổi",
                "anh Trần Văn Bình trú tại xã Hòa Bình",
                "Lê Văn Tám (SN 1990)",
                "bà Phạm Thị Mai, địa chỉ: phường 5",
                "Trần Văn An, 12 Lê Lợi, phường 5"
            })
    void peopleAreFound(String text) {
        assertThat(Identities.seemsToNamePerson(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bệnh viện Nguyễn Trãi, 314 Nguyễn Trãi",
                "Trung tâm Y tế Lê Chân, 5 lớp tập huấn",
                "đường Trần Hưng Đạo 25 người tham dự",
                "12 nạn nhân dưới 16 tuổi",
                "Đã tập huấn cho nhân viên bảo vệ.",
                "Phó Giám đốc Nguyễn Văn An chủ trì cuộc họp"
            })
    void placesAndCountsAreNot(String text) {
        assertThat(Identities.seemsToNamePerson(text)).isFalse();
    }
}
