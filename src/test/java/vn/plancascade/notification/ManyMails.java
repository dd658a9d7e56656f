package vn.plancascade.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.plancascade.organisation.Role;
import vn.plancascade.support.CountedStatements;
import vn.plancascade.support.ScriptedSmtpServer;

/** Mails are made and written some at a time: what that costs, and that nobody is forgotten between two times. (PostgreSQL also looks at tables that have grown.) */
interface ManyMails {

    MailFixture fixture();

    ScriptedSmtpServer server();

    @Test
    default void ofManyMailsEachTakesTwoStatementsAndWhatIsReadIsReadTogether() {
        long few = statements("BV-1", 25);
        long many = statements("BV-2", 250);

        assertThat(few).isLessThan(130);
        assertThat((many - few) / 225.0).as("%d and %d", few, many).isLessThan(3);
    }

    @Test
    default void hundredsWhoAreToldNothingAnyMoreHoldUpNobodyAndAMailboxIsMailedOnce() {
        MailFixture fixture = fixture();
        people("BV-1", 600);
        fixture.address("counted.000", "chung@example.vn");
        fixture.address("counted.599", " Chung@example.vn");
        fixture.jdbc
                .sql(
                        "update person set enabled = false where login like 'counted.%' and login not in ('counted.000', 'counted.599')")
                .update();

        assertThat(fixture.dispatcher.runDue()).isEqualTo(1);

        assertThat(server().taken()).singleElement().asString().contains("chung@example.vn");
        assertThat(fixture.jdbc
                        .sql("select state, count(*) from notice group by state order by state")
                        .query((row, n) -> row.getString(1) + " " + row.getInt(2))
                        .list())
                .containsExactly("dropped 598", "sent 2");
        assertThat(fixture.dispatcher.nextDue()).isEmpty();
    }

    /** What the database will not take of one is written to it together with the others'. */
    @Test
    default void aMailThatCannotBeWrittenHoldsUpNoneThatIsWrittenWithIt() {
        MailFixture fixture = fixture();
        people("BV-1", 5);
        fixture.jdbc
                .sql("update person set locale = 'xx-yy' where login = 'counted.002'")
                .update();
        fixture.jdbc
                .sql("insert into mail_text (rung, locale, subject, opening) values ('NEW', 'xx-yy', 'x', '{unknown}')")
                .update();

        assertThat(fixture.dispatcher.runDue()).isEqualTo(5);

        assertThat(server().taken()).hasSize(4);
        assertThat(fixture.all().stream().filter(mail -> mail.state() == MailState.waiting))
                .singleElement()
                .satisfies(mail -> assertThat(mail.attempts()).isOne());
    }

    private long statements(String unit, int mails) {
        people(unit, mails);
        long statements = CountedStatements.of(
                () -> assertThat(fixture().dispatcher.runDue()).isEqualTo(mails));
        assertThat(server().taken()).hasSize(mails);
        peopleGo();
        server().reset();
        return statements;
    }

    /** Each with a notice of one duty of the unit. */
    private void people(String unit, int number) {
        long duty = fixture().duty(unit);
        for (int n = 0; n < number; n++) {
            String login = "counted.%03d".formatted(n);
            fixture().person(login, "Người Thứ " + n, "vi", Role.drafter, unit);
            fixture().notice(duty, Rung.NEW, login);
        }
    }

    @AfterEach
    default void peopleGo() {
        for (String rows : List.of(
                "notice where recipient",
                "mail where recipient",
                "role_assignment where login",
                "person where login")) {
            fixture().jdbc.sql("delete from " + rows + " like 'counted.%'").update();
        }
    }
}
