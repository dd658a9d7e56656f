package vn.plancascade.organisation.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.plancascade.organisation.SigningBlock;
import vn.plancascade.organisation.SigningForm;
import vn.plancascade.organisation.Valid;

/** How somebody signs for a unit on a day, as the roles of that day say. */
@Repository
class SigningBlocks {

    private final JdbcClient jdbc;
    private final OwnHeads ownHeads;

    SigningBlocks(JdbcClient jdbc, OwnHeads ownHeads) {
        this.jdbc = jdbc;
        this.ownHeads = ownHeads;
    }

    /** Empty for whoever may not. */
    Optional<SigningBlock> of(String unitCode, String login, LocalDate day) {
        List<String> heads = jdbc.sql("""
                        select r.title from role_assignment r where r.unit_code = :unit and r.role = 'head'
                          and r.substitution_id is null and """ + Valid.onDay("r") + " order by r.login")
                .param("unit", unitCode)
                .param("day", day)
                .query((row, n) -> title(row.getString(1), "Thủ trưởng"))
                .list();
        String headTitle = heads.isEmpty() ? title(null, "Thủ trưởng") : heads.get(0);
        return jdbc.sql("""
                        select r.role, r.title, r.acting, s.form, s.absent,
                          (select min(o.title) from role_assignment o where o.login = r.login and o.substitution_id is null
                            and o.role in ('deputy', 'leaderInCharge', 'head') and %2$s) as own_title
                        from role_assignment r left join substitution s on s.id = r.substitution_id
                        where r.login = :login and r.unit_code = :unit and r.role in ('head', 'deputy', 'leaderInCharge', 'ministryLeader')
                          and %1$s
                        order by case when r.role = 'head' and s.id is null then 0 when s.id is not null then 1 else 2 end
                        limit 1""".formatted(Valid.onDay("r"), Valid.onDay("o")))
                .param("login", login)
                .param("unit", unitCode)
                .param("day", day)
                .query((row, n) -> {
                    String absent = row.getString("absent");
                    if (row.getString("role").equals("head") && absent == null) {
                        String own = title(row.getString("title"), "Thủ trưởng");
                        boolean marked = own.startsWith("Q. ") || own.startsWith("QUYỀN ");
                        return new SigningBlock(
                                List.of(row.getBoolean("acting") && !marked ? "Q. " + own : own), null, null);
                    }
                    if (row.getString("role").equals("ministryLeader")) {
                        return ofMinistry(title(row.getString("title"), "Bộ trưởng"));
                    }
                    SigningForm form = absent == null ? SigningForm.KT : SigningForm.valueOf(row.getString("form"));
                    return new SigningBlock(
                            List.of(
                                    form + ". " + headTitle,
                                    title(
                                            absent == null ? row.getString("title") : row.getString("own_title"),
                                            "Phó thủ trưởng")),
                            form,
                            absent != null
                                    ? absent
                                    : ownHeads.today(unitCode).stream()
                                            .findFirst()
                                            .orElse(null));
                })
                .optional();
    }

    /** A minister signs with the title alone; a deputy of the minister in the minister's place. */
    private static SigningBlock ofMinistry(String title) {
        boolean deputy = title.startsWith("THỨ TRƯỞNG") || title.startsWith("PHÓ ");
        return deputy
                ? new SigningBlock(List.of("KT. BỘ TRƯỞNG", title), SigningForm.KT, null)
                : new SigningBlock(List.of(title), null, null);
    }

    private static String title(String title, String otherwise) {
        return (title == null ? otherwise : title).toUpperCase(Locale.forLanguageTag("vi"));
    }
}
