package vn.plancascade.support;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.beans.factory.BeanFactory;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationQuery;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.engine.DueJobs;
import vn.plancascade.engine.MovableClock;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.plan.NationalPlans;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.worklist.FormData;
import vn.plancascade.worklist.WorkFilter;
import vn.plancascade.worklist.Worklist;

/** Small plans for the demo's units, with the clock and the jobs moved by hand and the job executor at rest. */
public final class PlansByHand {

    public static final ObjectNode APPROVE = FormData.object().put("decision", "approve");
    public static final ObjectNode RETURN =
            FormData.object().put("decision", "return").put("comment", "Bổ sung kinh phí");

    private final NationalPlans plans;
    private final Organisation organisation;
    private final Worklist worklist;
    private final Obligations obligations;
    private final DueJobs jobs;
    private final Clock clock;

    public PlansByHand(BeanFactory beans) {
        this.plans = beans.getBean(NationalPlans.class);
        this.organisation = beans.getBean(Organisation.class);
        this.worklist = beans.getBean(Worklist.class);
        this.obligations = beans.getBean(Obligations.class);
        this.jobs = beans.getBean(DueJobs.class);
        this.clock = beans.getBean(Clock.class);
        beans.getBean(JobExecutor.class).shutdown();
    }

    public LocalDate today() {
        return VietnamTime.dayOf(clock.instant());
    }

    /** A plan for these kinds of unit, approved and waiting for its number; without reports. */
    public long approved(LocalDate deadline, UnitKind... kinds) {
        long plan = drafted(deadline, kinds);
        act("chuyenvien.bo", plan, FormData.object());
        act("lanhdao.bo", plan, APPROVE);
        return plan;
    }

    public long returnedOnceThenApproved(LocalDate deadline, UnitKind... kinds) {
        long plan = drafted(deadline, kinds);
        act("chuyenvien.bo", plan, FormData.object());
        act("lanhdao.bo", plan, RETURN);
        act("chuyenvien.bo", plan, FormData.object());
        act("lanhdao.bo", plan, APPROVE);
        return plan;
    }

    /** The sample plan with its report calendar and its indicators, for these kinds of unit, issued today. */
    public long reporting(UnitKind... kinds) {
        return reporting(FormData.object(), kinds);
    }

    /** @param changes to what the sample plan says */
    public long reporting(ObjectNode changes, UnitKind... kinds) {
        return reporting("plan-360", changes, kinds);
    }

    /** @param sample the name of one of the product's samples */
    public long reporting(String sampleName, ObjectNode changes, UnitKind... kinds) {
        try (InputStream sample = PlansByHand.class.getResourceAsStream("/sample/" + sampleName + ".json")) {
            ObjectNode content = (ObjectNode) Api.JSON.readTree(sample);
            ArrayNode duties = Api.JSON.createArrayNode();
            Set<String> wanted = Arrays.stream(kinds).map(Enum::name).collect(Collectors.toSet());
            content.get("duties").forEach(duty -> {
                if (wanted.contains(duty.get("kind").asText())) {
                    duties.add(duty);
                }
            });
            content.set("duties", duties);
            content.remove(List.of("documentNumber", "documentDate"));
            content.setAll(changes);
            long plan = plans.create(actor("chuyenvien.bo"), FormData.read(content, PlanContent.class))
                    .id();
            act("chuyenvien.bo", plan, FormData.object());
            act("lanhdao.bo", plan, APPROVE);
            issue(plan, FormData.object());
            return plan;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The same, going tier by tier. */
    public long issuedTierByTier(
            LocalDate deadline, Integer workingDaysAfterSuperior, LocalDate startWithoutSuperiorOn, UnitKind... kinds) {
        long plan = drafted(
                deadline,
                PlanContent.CascadeMode.tierByTier,
                workingDaysAfterSuperior,
                startWithoutSuperiorOn,
                List.of(kinds));
        act("chuyenvien.bo", plan, FormData.object());
        act("lanhdao.bo", plan, APPROVE);
        issue(plan, FormData.object());
        return plan;
    }

    private long drafted(LocalDate deadline, UnitKind... kinds) {
        return drafted(deadline, null, null, null, List.of(kinds));
    }

    private long drafted(
            LocalDate deadline,
            PlanContent.CascadeMode mode,
            Integer workingDaysAfterSuperior,
            LocalDate startWithoutSuperiorOn,
            List<UnitKind> addressed) {
        PlanContent content = new PlanContent(
                null,
                null,
                today().getYear(),
                "Kế hoạch kiểm thử",
                null,
                null,
                null,
                List.of(new PlanContent.Task("1", "Triển khai", null, addressed, null, null, null, true, null)),
                addressed.stream()
                        .map(kind ->
                                new PlanContent.Duty(kind, true, false, false, "full", null, workingDaysAfterSuperior))
                        .toList(),
                "Các đơn vị",
                deadline,
                null,
                null,
                mode,
                List.of(),
                null,
                null,
                "lanhdao.bo",
                null,
                "TTRB",
                null,
                startWithoutSuperiorOn,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return plans.create(actor("chuyenvien.bo"), content).id();
    }

    /** The same, issued today, with its cases open. */
    public long issued(LocalDate deadline, UnitKind... kinds) {
        long plan = approved(deadline, kinds);
        issue(plan, FormData.object());
        return plan;
    }

    /** Issues an approved plan today, with these changes. */
    public void issue(long plan, ObjectNode changes) {
        act(
                "vanthu.bo",
                plan,
                changes.put("documentNumber", (100 + plan) + "/KH-BYT").put("documentDate", today().toString()));
        jobs.runDue();
    }

    /** Runs the jobs that are due. */
    public void runDue() {
        jobs.runDue();
    }

    /** Completes the person's one task on this plan or duty. */
    public void act(String login, long subject, ObjectNode data) {
        Actor actor = actor(login);
        String task = worklist.mine(actor, WorkFilter.NONE, new PageRequest(0, 2000)).items().stream()
                .filter(item -> item.subject() == subject)
                .findFirst()
                .orElseThrow()
                .id();
        worklist.complete(actor, task, data.deepCopy());
    }

    public void submit(Obligation duty) {
        ObjectNode answer = FormData.object();
        answer.putArray("items")
                .add(FormData.object()
                        .put("taskNo", "1")
                        .put("response", "adopted")
                        .put("activity", "Họp"));
        act(duty.unitCode() + ".chuyenvien", duty.id(), answer);
    }

    public List<Obligation> duties(long plan) {
        ObligationQuery query = new ObligationQuery(plan, DutyKind.subPlan, null, null, null, null, null, null, null);
        return obligations
                .search(query, organisation.scopeOf(actor("quantri")), new PageRequest(0, 2000))
                .items();
    }

    public Actor actor(String login) {
        return organisation.actor(login).orElseThrow();
    }

    /** Steps from due moment to due moment, as the demo's clock does. */
    public void walkTo(Instant target) {
        for (Optional<Instant> next = jobs.nextDue();
                next.isPresent() && !next.get().isAfter(target);
                next = jobs.nextDue()) {
            MovableClock.offset(Math.max(MovableClock.offset(), MovableClock.distanceTo(next.get())));
            jobs.runDue();
        }
        jumpTo(target);
    }

    /** Nothing runs in between, as if the machine had been off; what is due by then runs then. */
    public void jumpTo(Instant target) {
        MovableClock.offset(MovableClock.distanceTo(target));
        jobs.runDue();
    }
}
