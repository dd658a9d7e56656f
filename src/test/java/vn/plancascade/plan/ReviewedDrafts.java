package vn.plancascade.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.plancascade.support.PlansByHand.APPROVE;
import static vn.plancascade.support.PlansByHand.RETURN;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.deadline.Reminders;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.notification.mail.MailDispatcher;
import vn.plancascade.support.Api;
import vn.plancascade.support.Client;
import vn.plancascade.support.PlansByHand;
import vn.plancascade.worklist.FormData;
import vn.plancascade.worklist.HandingOver;

/** A reviewer sees the draft before the head, in the units that have one: in two plans beside each other. */
final class ReviewedDrafts {

    private static final String UNIT = "SYT-12";
    private static final String REVIEWER = "kiemtra.12";
    private static final String HEAD = UNIT + ".thutruong";
    private static final String DRAFTER = UNIT + ".chuyenvien";
    private static final String REVIEW = "userTask_reviewSubPlan";
    private static final String APPROVAL = "userTask_approveSubPlan";

    private final int port;
    private final ApplicationContext beans;
    private final PlansByHand byHand;
    private final Obligations obligations;
    private final JdbcClient jdbc;
    private final long plan;
    private final Obligation first;
    private final Obligation second;

    ReviewedDrafts(int port, ApplicationContext beans, PlansByHand byHand, long plan, long other) {
        this.port = port;
        this.beans = beans;
        this.byHand = byHand;
        this.obligations = beans.getBean(Obligations.class);
        this.jdbc = beans.getBean(JdbcClient.class);
        this.plan = plan;
        this.first = obligations.subPlan(plan, UNIT).orElseThrow();
        this.second = obligations.subPlan(other, UNIT).orElseThrow();
    }

    void goToTheReviewerFirstWhereTheUnitHasOne() {
        named();
        byHand.submit(first);
        byHand.submit(second);
        Obligation without = obligations.subPlan(plan, "SYT-15").orElseThrow();
        byHand.submit(without);

        assertThat(state(first)).isEqualTo(ObligationState.awaitingReview);
        assertThat(state(second)).isEqualTo(ObligationState.awaitingReview);
        assertThat(waiting(REVIEWER, REVIEW)).containsExactlyInAnyOrder(first.id(), second.id());
        assertThat(waiting(HEAD, REVIEW)).isEmpty();
        assertThat(waiting(HEAD, APPROVAL)).doesNotContain(first.id(), second.id());
        assertThat(told(first)).contains("TO_REVIEW " + REVIEWER).noneMatch(one -> one.startsWith("SUBMITTED"));
        assertThat(page("thanhtra.bo", "/obligations?step=withReviewer&plan=" + plan))
                .contains("/obligations/" + first.id(), "Chờ kiểm tra")
                .doesNotContain("/obligations/" + without.id() + "\"");
        assertThat(page("thanhtra.bo", "/monitor/process/subPlan?plan=" + plan)).contains("state=awaitingReview");
        assertThat(page("thanhtra.bo", "/obligations/" + first.id())).contains("Chờ người kiểm tra", "Ngô Thị Kiểm");

        assertThat(state(without)).isEqualTo(ObligationState.awaitingApproval);
        assertThat(events(without)).endsWith("submitted").doesNotContain("submittedForReview");
        assertThat(told(without)).contains("SUBMITTED SYT-15.thutruong").noneMatch(one -> one.startsWith("TO_REVIEW"));
    }

    void comeBackToTheDrafterWithTheReviewersWords() {
        byHand.act(REVIEWER, first.id(), RETURN);
        assertThat(state(first)).isEqualTo(ObligationState.drafting);
        assertThat(obligations.get(first.id()).timesReturned()).isOne();
        assertThat(told(first)).contains("RETURNED " + DRAFTER);
        assertThat(page(DRAFTER, "/tasks/" + task(DRAFTER, "userTask_draftSubPlan", first)))
                .contains("Ngô Thị Kiểm", "Bổ sung kinh phí");

        ObjectNode mended = FormData.object().put("title", "Kế hoạch");
        mended.putArray("items")
                .add(FormData.object()
                        .put("taskNo", "1")
                        .put("response", "adopted")
                        .put("activity", "Họp")
                        .put("budget", "12"));
        String drafting = task(DRAFTER, "userTask_draftSubPlan", first);
        byHand.act(DRAFTER, first.id(), mended);
        assertThat(post(DRAFTER, "/tasks/" + drafting + "/take-back").statusCode())
                .isEqualTo(302);
        assertThat(events(first)).endsWith("submittedForReview", "submissionTakenBack");
        byHand.act(DRAFTER, first.id(), mended);
        assertThat(page(REVIEWER, "/tasks/" + task(REVIEWER, REVIEW, first)))
                .contains("<ins>12</ins>", "Chuyển thủ trưởng", "Trả lại để hoàn thiện")
                .doesNotContain("value=\"approve\">Duyệt<");
    }

    void areSeenByTheHeadWithTheReviewersWordsWhenTheyArePassedOn() {
        String reviewing = task(REVIEWER, REVIEW, first);
        ObjectNode passedOn = APPROVE.deepCopy().put("comment", "Đã đối chiếu kinh phí với Phòng Tài chính");
        byHand.act(REVIEWER, first.id(), passedOn);
        assertThat(state(first)).isEqualTo(ObligationState.awaitingApproval);
        assertThat(post(REVIEWER, "/tasks/" + reviewing + "/take-back").statusCode())
                .isEqualTo(302);
        assertThat(state(first)).isEqualTo(ObligationState.awaitingReview);
        assertThat(waiting(HEAD, APPROVAL)).doesNotContain(first.id());

        byHand.act(REVIEWER, first.id(), passedOn);
        assertThat(told(first)).contains("SUBMITTED " + HEAD);
        assertThat(page(HEAD, "/tasks/" + task(HEAD, APPROVAL, first)))
                .contains("Ngô Thị Kiểm kiểm tra và chuyển lúc", "Đã đối chiếu kinh phí");
        JsonNode form = new Api(port, HEAD).draft(task(HEAD, APPROVAL, first));
        assertThat(form.get("reviewedBy").asText()).isEqualTo("Ngô Thị Kiểm");
        byHand.act(HEAD, first.id(), APPROVE);
        byHand.act(UNIT + ".vanthu", first.id(), FormData.object().put("documentNumber", "12/KH-SYT"));
        assertThat(events(first))
                .endsWith("submittedForReview", "reviewed", "reviewTakenBack", "reviewed", "approved", "issued");
        assertThat(page(HEAD, "/obligations/" + first.id())).contains("Đã đối chiếu kinh phí");
        everyMailGoesOut();
    }

    /** What was taken back is told again under a name of its own, which the mails' check has to read. */
    private void everyMailGoesOut() {
        beans.getBean(MailDispatcher.class).runDue();
        assertThat(jdbc.sql("select count(*) from notice where recipient = :login and state = 'waiting'")
                        .param("login", REVIEWER)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    void waitForTheHeadOnceNobodyReviewsAnyMore() {
        jdbc.sql("update role_assignment set valid_to = :today where login = :login")
                .param("today", VietnamTime.dayOf(beans.getBean(Clock.class).instant()))
                .param("login", REVIEWER)
                .update();

        assertThat(state(second)).isEqualTo(ObligationState.awaitingReview);
        assertThat(waiting(REVIEWER, REVIEW)).isEmpty();
        assertThat(waiting(HEAD, REVIEW)).containsExactly(second.id());
        String name = jdbc.sql("select full_name from person where login = :login")
                .param("login", HEAD)
                .query(String.class)
                .single();
        assertThat(page("thanhtra.bo", "/obligations/" + second.id())).contains("Chờ người kiểm tra", name);
        beans.getBean(Reminders.class).check(byHand.actor("thanhtra.bo"), second.id(), null);

        byHand.act(HEAD, second.id(), APPROVE);
        assertThat(state(second)).isEqualTo(ObligationState.awaitingApproval);
        assertThat(waiting(HEAD, APPROVAL)).contains(second.id());
        byHand.act(HEAD, second.id(), RETURN);
        byHand.submit(second);
        assertThat(state(second)).isEqualTo(ObligationState.awaitingApproval);
    }

    /** The only reviewer is whoever drafted it. */
    void areReviewedByNobodyWhoDraftedThem() {
        Obligation own = obligations.subPlan(plan, "SYT-14").orElseThrow();
        reviewer("SYT-14.chuyenvien", "SYT-14");
        byHand.submit(own);
        assertThat(state(own)).isEqualTo(ObligationState.awaitingApproval);

        byHand.act("SYT-14.thutruong", own.id(), RETURN);
        reviewer("SYT-14.vanthu", "SYT-14");
        byHand.submit(own);
        assertThat(state(own)).isEqualTo(ObligationState.awaitingReview);
        Api drafter = new Api(port, "SYT-14.chuyenvien");
        assertThat(drafter.complete(task("SYT-14.chuyenvien", REVIEW, own), APPROVE)
                        .status())
                .isEqualTo(403);
        assertThat(waiting("SYT-14.thutruong", REVIEW)).isEmpty();
        beans.getBean(HandingOver.class)
                .handOver(byHand.actor("thanhtra.bo"), own.id(), "SYT-14.thutruong", "Người kiểm tra đi công tác");
        assertThat(waiting("SYT-14.thutruong", REVIEW)).containsExactly(own.id());
        byHand.act("SYT-14.thutruong", own.id(), APPROVE);
        assertThat(state(own)).isEqualTo(ObligationState.awaitingApproval);
    }

    /** By a file, as people are; the password is somebody's whom the demo knows. */
    private void named() {
        byte[] people = ("login;Họ và tên;unitCode;Vai trò;Email\n" + REVIEWER + ";Ngô Thị Kiểm;" + UNIT
                        + ";Người kiểm tra dự thảo;kiemtra@demo.invalid\n")
                .getBytes(StandardCharsets.UTF_8);
        new Api(port, "quantri")
                .upload("/api/v1/units/import?dryRun=false", Map.of(), "nguoi.csv", people)
                .ok();
        jdbc.sql("""
                        update person set password_hash = (select h.password_hash from person h where h.login = :head)
                        where login = :login""").param("head", HEAD).param("login", REVIEWER).update();
    }

    private void reviewer(String login, String unit) {
        jdbc.sql("""
                        insert into role_assignment (login, unit_code, role, valid_from)
                        values (:login, :unit, 'reviewer', date '2023-01-01')""").param("login", login).param("unit", unit).update();
    }

    private ObligationState state(Obligation duty) {
        return obligations.get(duty.id()).state();
    }

    private List<String> events(Obligation duty) {
        return obligations.history(duty.id()).stream()
                .map(event -> event.word().name())
                .toList();
    }

    /** Who was told what of a duty. */
    private List<String> told(Obligation duty) {
        return jdbc.sql("select rung || ' ' || recipient from notice where obligation_id = :id and channel = 'mail'")
                .param("id", duty.id())
                .query(String.class)
                .list();
    }

    private Set<Long> waiting(String login, String key) {
        return new Api(port, login)
                .tasks(key).stream()
                        .map(task -> task.get("obligationId").asLong())
                        .collect(java.util.stream.Collectors.toSet());
    }

    private String task(String login, String key, Obligation duty) {
        return new Api(port, login)
                .tasks(key).stream()
                        .filter(each -> each.get("obligationId").asLong() == duty.id())
                        .findFirst()
                        .orElseThrow()
                        .get("id")
                        .asText();
    }

    private String page(String login, String path) {
        return browser(login).page(path).body();
    }

    private HttpResponse<String> post(String login, String path) {
        Client client = browser(login);
        return client.form(path, Map.of("_csrf", Client.formToken(client.page("/account"))));
    }

    private Client browser(String login) {
        Client client = new Client(port);
        client.login(login, "demo");
        return client;
    }
}
