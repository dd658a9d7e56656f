package vn.plancascade.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import vn.plancascade.deadline.WorkingDays;
import vn.plancascade.followup.process.FollowUpModel;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.plan.process.PlanModel;
import vn.plancascade.support.Readable;
import vn.plancascade.support.ScriptedSmtpServer;

/** One mail a person a morning, and one a mailbox. */
interface OneMailAMorning {

    MailFixture fixture();

    ScriptedSmtpServer server();

    BeanFactory beans();

    @Test
    default void mailsAreMadeWhenTheMorningsRoundsAreOver() {
        MailFixture fixture = fixture();
        ManagementService jobs = beans().getBean(ManagementService.class);
        RuntimeService runtime = beans().getBean(RuntimeService.class);
        JobExecutor executor = beans().getBean(JobExecutor.class);
        executor.shutdown();
        ProcessInstance watch = runtime.startProcessInstanceByKey(
                FollowUpModel.DEADLINE_WATCH,
                Long.toString(fixture.plan),
                Map.of(
                        FollowUpModel.DUTY_KIND, "subPlan",
                        FollowUpModel.PERIOD, "2023",
                        FollowUpModel.ROUND_AT, Date.from(fixture.clock.instant())));
        Instant morning = beans().getBean(WorkingDays.class).nextMorning(fixture.clock.instant());
        fixture.later(Duration.between(fixture.clock.instant(), morning));
        fixture.notice(fixture.duty("BV-1"), Rung.NEW, "bv1.head");
        assertThat(fixture.dispatcher.runDue()).isZero();
        assertThat(fixture.all()).isEmpty();

        fixture.notice(fixture.duty("BV-2"), Rung.NEW, "bv1.head");
        jobs.executeJob(jobs.createJobQuery()
                .processInstanceId(watch.getId())
                .singleResult()
                .getId());
        assertThat(fixture.dispatcher.runDue()).isEqualTo(1);
        assertThat(server().taken()).hasSize(1);
        // It may have ended by itself: the scenario's days can lead beyond the plan's year.
        runtime.deleteProcessInstanceIfExists(watch.getId(), "the test is over", true, true, true, true);
        executor.start();
    }

    @Test
    default void mailsAreMadeWhenAPlansLaunchIsOver() {
        MailFixture fixture = fixture();
        RuntimeService runtime = beans().getBean(RuntimeService.class);
        JobExecutor executor = beans().getBean(JobExecutor.class);
        executor.shutdown();
        ProcessInstance launch = runtime.createProcessInstanceByKey(PlanModel.NATIONAL_PLAN)
                .businessKey(Long.toString(fixture.plan))
                .setVariable(PlanModel.UNIT_CODE, "BYT")
                .startBeforeActivity(PlanModel.START_SUB_PLANS)
                .execute();
        fixture.notice(fixture.duty("BV-1"), Rung.NEW, "bv1.head");
        assertThat(fixture.dispatcher.runDue()).isZero();

        runtime.deleteProcessInstance(launch.getId(), "the launch is over");
        assertThat(fixture.dispatcher.runDue()).isEqualTo(1);
        executor.start();
    }

    @Test
    default void peopleWhoShareAMailboxGetOneMailThatNamesThem() {
        MailFixture fixture = fixture();
        fixture.address("bv1.head", "Chung@example.vn");
        fixture.address("bv1.drafter", " chung@example.vn");
        long duty = fixture.duty("BV-1");
        fixture.notice(duty, Rung.NEW, "bv1.head");
        fixture.notice(duty, Rung.NEW, "bv1.drafter");
        fixture.notice(duty, Rung.RETURNED, "round-1", "bv1.drafter", "Bổ sung kinh phí");
        fixture.notice(fixture.duty("BV-2"), Rung.NEW, "bv2.head");
        assertThat(fixture.dispatcher.runDue()).isEqualTo(2);

        String shared = server().taken().stream()
                .filter(mail -> mail.toLowerCase().contains("to: chung@example.vn"))
                .findFirst()
                .orElseThrow();
        assertThat(Readable.text(shared))
                .contains("Nguyễn Văn Giám (Thủ trưởng đơn vị)", "Phạm Thị Soạn (Người soạn thảo)", "Bổ sung kinh phí")
                .doesNotContain("Lý Văn Hai");
        assertThat(fixture.notices(Rung.NEW)).extracting("state").containsOnly("sent");
        for (String login : List.of("bv1.head", "bv1.drafter")) {
            assertThat(fixture.mails
                            .search(fixture.administrator(), new MailQuery(null, login), new PageRequest(0, 10))
                            .items())
                    .as(login)
                    .hasSize(1);
        }
    }
}
