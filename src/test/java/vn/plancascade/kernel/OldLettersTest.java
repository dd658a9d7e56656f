package vn.plancascade.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Vietnamese of before Unicode is found and read; what is Unicode is left alone. */
@Tag("quick")
class OldLettersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Së Y tÕ An Giang | Sở Y tế An Giang",
                "Phoøng khaùm | Phòng khám",
                "BÔ Y TÊ | BỘ Y TẾ",
                "BÖnh viÖn §a khoa | Bệnh viện Đa khoa",
                "BÖnh viÖn Nhi | Bệnh viện Nhi",
                "Beänh vieän | Bệnh viện",
                "Trung taâm Y teá | Trung tâm Y tế",
                "Trung t©m Y tÕ | Trung tâm Y tế",
                "Phßng kh¸m | Phòng khám",
                "Tr¹m y tÕ x· Hoµ B×nh | Trạm y tế xã Hoà Bình",
                "Sôû Y teá | Sở Y tế",
                "BEÄNH VIEÄN CHÔÏ RAÃY | BỆNH VIỆN CHỢ RẪY",
                "NguyÔn V¨n TuÊn | Nguyễn Văn Tuấn",
                "Nguyeãn Vaên Tuaán | Nguyễn Văn Tuấn",
                "xÐt nghiÖm | xét nghiệm",
                "Ñaø Naüng | Đà Nẵng",
                "§µ N½ng | Đà Nẵng",
                "Tr\u00ADêng ®¹i häc D\u00ADîc | Trường đại học Dược",
                "ViÖn Pasteur | Viện Pasteur",
                "Sá»Ÿ Y táº¿ | Sở Y tế"
            })
    void oldTextIsFoundAndRead(String old, String unicode) {
        assertThat(OldLetters.unicodeOf(old)).contains(unicode);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sở Y tế An Giang",
                "Gò Công",
                "Cà Mau",
                "Phú Yên",
                "Hà Giang",
                "Hoà Bình",
                "Quý Hoá",
                "Khoa Nhi - Trung tâm An Khê",
                "Krông Nô",
                "Kông Chro",
                "Hmông",
                "Sóc",
                "Sa Thày",
                "Uông Bí",
                "Pác Bó",
                "Cao Bá Quát",
                "Lê Quý Ðôn",
                "Viện Göttingen \"5\"",
                "Haÿ Mühle 3\"",
                "Göttingen",
                "Müller",
                "São Paulo",
                "Citroën",
                "Café Noël",
                "Orléans",
                "Zürich",
                "Malmö",
                "José Chloé",
                "Côte d'Ivoire",
                "A.Yersin © 2026 ® 50%",
                "37,5 °C ± 0,5",
                "§ 5",
                "Y Tê Niê",
                "Loóng Boóng",
                "TÂY NGUYÊN",
                "HÀ NÔI",
                "Âu Cơ",
                "ÂU LÂU",
                "Bà Rịa – Vũng Tàu",
                "SYT-01"
            })
    void unicodeIsLeftAlone(String text) {
        assertThat(OldLetters.unicodeOf(text)).isEmpty();
    }
}
