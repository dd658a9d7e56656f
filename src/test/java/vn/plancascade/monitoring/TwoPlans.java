package vn.plancascade.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.plancascade.support.PlansByHand.APPROVE;
import static vn.plancascade.support.PlansByHand.RETURN;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.plancascade.deadline.DutyFigures;
import vn.plancascade.deadline.DutyFigures.By;
import vn.plancascade.deadline.DutyFilter;
import vn.plancascade.deadline.DutyFilter.AsOrganised;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Extensions;
import vn.plancascade.deadline.Measures;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationQuery;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.deadline.WorkStep;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.organisation.Scope;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.support.Api;
import vn.plancascade.support.PlansByHand;
import vn.plancascade.support.ReportSteps;

/**
 * The plan 360 and a plan of Văn phòng Bộ on fire safety with a report each month, for the same units, beside each other: a
 * spring with a duty in every step, each figure compared with one that is worked out here from the duties themselves, then and
 * looking back.
 */
public final class TwoPlans {

    private static final Scope ALL = new Scope(true, Set.of());

    private final int port;
    private final BeanFactory beans;
    private final PlansByHand hand;
    private final JdbcClient jdbc;
    private final DutyFigures figures;
    private final Obligations obligations;
    private final Extensions extensions;
    private final Clock clock;

    private final Map<String, UnitThen> units = new TreeMap<>();
    private final Map<String, Map<String, Measures>> seen = new LinkedHashMap<>();
    private final Set<String> unusual;
    private List<String> dohs;
    private int addressed;
    private long crime;
    private long fire;

    /** @param unusual Sở Y tế that are left alone */
    public TwoPlans(BeanFactory beans, PlansByHand hand, int port, Set<String> unusual) {
        this.unusual = unusual;
        this.port = port;
        this.hand = hand;
        this.beans = beans;
        this.jdbc = beans.getBean(JdbcClient.class);
        this.figures = beans.getBean(DutyFigures.class);
        this.obligations = beans.getBean(Obligations.class);
        this.extensions = beans.getBean(Extensions.class);
        this.clock = beans.getBean(Clock.class);
    }

    long crime() {
        return crime;
    }

    long fire() {
        return fire;
    }

    /** A Sở Y tế that was merged into another while its duties were open. */
    String moved() {
        return dohs.get(40);
    }

    public void live() {
        readUnits();
        crime = hand.reporting(UnitKind.DOH);
        fire = hand.reporting(fireSafety(), UnitKind.DOH);
        List<String> all =
                subPlans(crime).stream().map(Obligation::unitCode).sorted().toList();
        assertThat(all).hasSizeGreaterThan(60);
        addressed = all.size();
        dohs = all.stream().filter(unit -> !unusual.contains(unit)).toList();

        each(crime, 0, 10, this::issued);
        each(crime, 10, 15, this::submitted);
        each(crime, 15, 18, this::returned);
        each(crime, 18, 20, this::approved);
        each(fire, 0, 5, this::issued);
        each(fire, 5, 7, this::returned);
        endOf("2023-03-16");

        hand.walkTo(at("2023-03-17T09:00:00+07:00"));
        each(crime, 20, 25, duty -> extend(duty, "2023-03-24"));
        each(crime, 25, 27, duty -> extensions.waive(hand.actor("thanhtra.bo"), duty.id(), "Đang sáp nhập"));
        each(crime, 31, 33, this::approved);
        endOf("2023-03-17");

        hand.walkTo(at("2023-03-20T09:00:00+07:00"));
        each(crime, 27, 31, this::issued);
        each(crime, 31, 33, duty -> onPaper(duty, LocalDate.of(2023, 3, 19)));
        endOf("2023-03-20");

        hand.walkTo(at("2023-03-23T09:00:00+07:00"));
        each(crime, 20, 22, this::issued);
        each(crime, 15, 16, this::submitted);
        endOf("2023-03-23");

        hand.walkTo(at("2023-03-24T09:00:00+07:00"));
        aProvinceIsMerged();
        each(crime, 40, 41, this::submitted);

        hand.walkTo(at("2023-04-03T09:00:00+07:00"));
        each(fire, 10, 20, this::issued);
        each(crime, 40, 41, this::decidedAndIssued);
        reports("2023-M03", 0, 4);
        endOf("2023-04-03");

        hand.walkTo(at("2023-04-06T09:00:00+07:00"));
        reports("2023-M03", 4, 6);
        endOf("2023-04-06");
    }

    private void readUnits() {
        jdbc.sql("""
                        select u.code, u.kind, u.province_code, r.superior_code from unit u
                        left join unit_relation r on r.unit_code = u.code and r.relation = 'REPORTS_TO'""").query(row -> {
            units.put(row.getString(1), new UnitThen(row.getString(2), row.getString(3), row.getString(4)));
        });
    }

    private static ObjectNode fireSafety() {
        ObjectNode changes = Api.object()
                .put("subject", "Phòng cháy, chữa cháy và cứu nạn, cứu hộ năm 2023")
                .put("shortSubject", "PCCC năm 2023")
                .put("focalUnit", "VPB")
                .put("subPlanDeadline", "2023-03-31");
        changes.putArray("reportCalendar")
                .addObject()
                .put("period", "2023-M03")
                .put("dataFrom", "2023-03-01")
                .put("dataTo", "2023-03-31")
                .put("opens", "2023-03-27")
                .put("due", "2023-04-05");
        ((com.fasterxml.jackson.databind.node.ArrayNode) changes.get("reportCalendar"))
                .addObject()
                .put("period", "2023-M04")
                .put("dataFrom", "2023-04-01")
                .put("dataTo", "2023-04-30")
                .put("opens", "2023-04-27")
                .put("due", "2023-05-05");
        return changes;
    }

    private void aProvinceIsMerged() {
        jdbc.sql("update unit set name = 'Sở Y tế sau sáp nhập', province_code = '01' where code = :code")
                .param("code", moved())
                .update();
    }

    private void reports(String period, int from, int to) {
        dohs.subList(from, to).forEach(unit -> {
            Obligation duty =
                    obligations.find(fire, DutyKind.unitReport, period, unit).orElseThrow();
            hand.act(unit + ".chuyenvien", duty.id(), ReportSteps.filled(1));
            hand.act(unit + ".thutruong", duty.id(), APPROVE);
            hand.act(unit + ".vanthu", duty.id(), number(duty, hand.today()));
        });
    }

    private void submitted(Obligation duty) {
        Api drafter = new Api(port, duty.unitCode() + ".chuyenvien");
        String task = drafter.tasks("userTask_draftSubPlan").stream()
                .filter(each -> each.get("obligationId").asLong() == duty.id())
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText();
        drafter.complete(task, Api.adopted(drafter.draft(task))).ok();
    }

    private void returned(Obligation duty) {
        submitted(duty);
        hand.act(duty.unitCode() + ".thutruong", duty.id(), RETURN);
    }

    private void approved(Obligation duty) {
        submitted(duty);
        hand.act(duty.unitCode() + ".thutruong", duty.id(), APPROVE);
    }

    private void issued(Obligation duty) {
        approved(duty);
        onPaper(duty, hand.today());
    }

    private void onPaper(Obligation duty, LocalDate date) {
        hand.act(duty.unitCode() + ".vanthu", duty.id(), number(duty, date));
    }

    private void decidedAndIssued(Obligation duty) {
        hand.act(duty.unitCode() + ".thutruong", duty.id(), APPROVE);
        onPaper(duty, hand.today());
    }

    private static ObjectNode number(Obligation duty, LocalDate date) {
        return Api.object().put("documentNumber", duty.id() + "/KH-SYT").put("documentDate", date.toString());
    }

    private void extend(Obligation duty, String until) {
        extensions.extend(hand.actor("thanhtra.bo"), duty.id(), LocalDate.parse(until), "Vừa sáp nhập");
    }

    private void each(long plan, int from, int to, java.util.function.Consumer<Obligation> step) {
        dohs.subList(from, to)
                .forEach(unit -> step.accept(obligations.subPlan(plan, unit).orElseThrow()));
    }

    /** Late in the evening every figure is compared with the duties, and kept. */
    private void endOf(String day) {
        hand.walkTo(at(day + "T23:30:00+07:00"));
        for (Long plan : plans()) {
            for (By by : By.values()) {
                Map<String, Measures> figured = figures.summary(new DutyFilter(plan, null, null, null, null), by, ALL);
                assertThat(figured).as(day + " " + plan + " " + by).isEqualTo(counted(plan, by));
                seen.put(day + " " + plan + " " + by, figured);
            }
        }
    }

    /** What is asked of the past is what was seen then. */
    public void theFiguresOfEachDayAreAsTheyWereSeen() {
        for (String day :
                seen.keySet().stream().map(key -> key.split(" ")[0]).distinct().toList()) {
            for (Long plan : plans()) {
                for (By by : plan == null ? List.of(By.step, By.province) : List.of(By.values())) {
                    assertThat(figures.summary(new DutyFilter(plan, null, null, LocalDate.parse(day), null), by, ALL))
                            .as(day + " " + plan + " " + by)
                            .isEqualTo(seen.get(day + " " + plan + " " + by));
                }
            }
        }
    }

    /** Every figure of each day, and what pages, files and mails say, beside sums of the histories alone. */
    public void areWhatTheHistoriesTell() {
        new RawFigures(beans, List.of(crime, fire)).areThoseOfEachDay(LocalDate.of(2023, 3, 16));
        for (long plan : List.of(crime, fire)) {
            new RawPages((org.springframework.beans.factory.ListableBeanFactory) beans, port, plan)
                    .sayWhatTheHistoriesTell();
        }
    }

    /** The duty counts where its unit was when it was given, or where it is today, as one asks. */
    public void mergedUnitsCountWhereTheyWere() {
        String before = units.get(moved()).province();
        assertThat(expected(before, AsOrganised.given)).isEqualTo(1);
        assertThat(expected(before, AsOrganised.today)).isZero();
        assertThat(expected("01", AsOrganised.today)).isEqualTo(2);
        assertThat(jdbc.sql("""
                                select given_name, settled_name, given_province, settled_province from obligation
                                where plan_id = :plan and kind = 'subPlan' and unit_code = :unit""")
                        .param("plan", crime)
                        .param("unit", moved())
                        .query((row, n) -> List.of(row.getString(2), row.getString(3), row.getString(4)))
                        .single())
                .containsExactly("Sở Y tế sau sáp nhập", before, "01");
    }

    private long expected(String province, AsOrganised organised) {
        return figures.summary(new DutyFilter(crime, DutyKind.subPlan, null, null, organised), By.province, ALL)
                .getOrDefault(province, Measures.NONE)
                .expected();
    }

    private List<Long> plans() {
        List<Long> plans = new ArrayList<>(List.of(crime, fire));
        plans.add(null);
        return plans;
    }

    private List<Obligation> subPlans(long plan) {
        return duties(plan).stream()
                .filter(duty -> duty.kind() == DutyKind.subPlan)
                .toList();
    }

    private List<Obligation> duties(Long plan) {
        return obligations
                .search(
                        new ObligationQuery(plan, null, null, null, null, null, null, null, null),
                        ALL,
                        new PageRequest(0, 2000))
                .items();
    }

    /** The same figures, one duty after the other. */
    private Map<String, Measures> counted(Long plan, By by) {
        Instant now = clock.instant();
        Map<String, List<Obligation>> groups = new HashMap<>();
        duties(plan)
                .forEach(duty -> groups.computeIfAbsent(key(by, now).apply(duty), any -> new ArrayList<>())
                        .add(duty));
        Map<String, Measures> counted = new HashMap<>();
        groups.forEach((key, duties) -> counted.put(key, measures(duties, now)));
        return counted;
    }

    private Function<Obligation, String> key(By by, Instant now) {
        return switch (by) {
            case unit -> Obligation::unitCode;
            case province -> duty -> text(units.get(duty.unitCode()).province());
            case unitKind -> duty -> units.get(duty.unitCode()).kind();
            case superior -> duty -> text(units.get(duty.unitCode()).superior());
            case period -> Obligation::period;
            case state -> duty -> duty.state().name();
            case step -> duty -> WorkStep.of(duty).name();
            case ageing ->
                duty -> {
                    long late = duty.overdue(now) ? duty.daysLate(now) : 0;
                    return late == 0 ? "notLate" : late <= 3 ? "1-3" : late <= 7 ? "4-7" : late <= 14 ? "8-14" : "15+";
                };
            case year -> duty -> "2023";
            case day -> duty -> duty.dueAt() == null ? "" : duty.lastDay().toString();
        };
    }

    private static String text(String code) {
        return code == null ? "" : code;
    }

    private static Measures measures(List<Obligation> duties, Instant now) {
        List<Obligation> expected = duties.stream()
                .filter(duty -> switch (duty.state()) {
                    case waived, notRequired, withdrawn, waitingForSuperior -> false;
                    default -> true;
                })
                .toList();
        List<Obligation> actual =
                expected.stream().filter(duty -> duty.documentDate() != null).toList();
        Map<ObligationState, Long> byState = new TreeMap<>();
        duties.forEach(duty -> byState.merge(duty.state(), 1L, Long::sum));
        return new Measures(
                expected.size(),
                actual.size(),
                actual.stream().filter(duty -> !duty.late()).count(),
                actual.stream().filter(duty -> !duty.lateAgainstOriginal()).count(),
                duties.size(),
                duties.stream().filter(duty -> duty.processInstanceId() != null).count(),
                duties.stream()
                        .filter(duty -> duty.settled() && duty.state() != ObligationState.notRequired)
                        .count(),
                duties.stream().filter(duty -> duty.overdue(now)).count(),
                byState);
    }

    /** Over HTTP: the five measures, by whoever asks, and what is refused. */
    public void isAnsweredByRest() {
        JsonNode all = get("thanhtra.bo", "/summary?kind=subPlan&by=province&plan=" + crime)
                .ok();
        Map<String, Measures> expected =
                figures.summary(DutyFilter.now(crime, DutyKind.subPlan, null), By.province, ALL);
        expected.forEach((province, measures) -> {
            JsonNode row = all.get(province);
            assertThat(row.get("expected").asLong()).isEqualTo(measures.expected());
            assertThat(row.get("actual").asLong()).isEqualTo(measures.actual());
            assertThat(row.get("actualOnTime").asLong()).isEqualTo(measures.actualOnTime());
            assertThat(row.get("rate").isNull()).isEqualTo(measures.expected() == 0);
            assertThat(row.get("rateOnTime").asDouble())
                    .isEqualTo(measures.rateOnTime() == null ? 0 : measures.rateOnTime());
        });
        JsonNode own = get(dohs.get(0) + ".chuyenvien", "/summary?by=unit&plan=" + crime)
                .ok();
        assertThat(own.fieldNames()).toIterable().containsExactly(dohs.get(0));

        JsonNode curve = get("thanhtra.bo", "/curve?kind=subPlan&plan=" + crime + "&asOf=2023-03-20")
                .ok();
        assertThat(curve.get("expected").asLong()).isEqualTo(addressed - 2L);
        assertThat(curve.get("points")).hasSize(5);
        assertThat(curve.at("/points/0/issued").asLong()).isEqualTo(10);
        assertThat(curve.at("/points/3/cumulativeIssued").asLong()).isEqualTo(12);
        assertThat(curve.at("/points/4/cumulativeIssued").asLong()).isEqualTo(16);
        assertThat(curve.at("/points/3/cumulativeDue").asLong()).isEqualTo(addressed - 7L);

        for (String unknown :
                List.of("/summary?plans=1", "/curve?by=province", "/summary?by=topic", "/summary?plan=x")) {
            assertThat(get("thanhtra.bo", unknown).status()).as(unknown).isEqualTo(400);
        }
        for (String day : List.of("2023-04-07", "2023-03-15", "20/3/2023", "2023-02-30")) {
            Api.Answer refused = get("thanhtra.bo", "/summary?plan=" + fire + "&asOf=" + day);
            assertThat(refused.status()).as(day).isEqualTo(422);
            assertThat(refused.fields()).as(day).containsExactly("asOf");
        }
    }

    /** The list of the duties of the plan 360, its filters and its files. */
    public void areListed() {
        jdbc.sql("update unit set name = '=1+1' where code = :code")
                .param("code", dohs.get(50))
                .update();
        ListedDuties listed = new ListedDuties(port, crime, duties(crime), clock.instant());
        listed.everyFilterFindsItsDuties();
        listed.partsFollowEachOtherWithoutGapInEveryOrder();
        listed.whatCannotBeAskedIsRefused();
        listed.aRowTellsWhatItIsAbout();
        listed.filesHoldAllThatIsFilteredAsTextsDaysAndNumbers();
        listed.peopleKeepColumnsAndFilters();
    }

    /** The monitor's pages, of each plan. */
    public void areShown() {
        for (long plan : List.of(crime, fire)) {
            new MonitorShown(port, plan, duties(plan), clock.instant()).everyNumberLeadsToItsList();
        }
        MonitorShown shown = new MonitorShown(port, crime, duties(crime), clock.instant());
        shown.theLoadOfAProcessIsThatOfItsDuties();
        shown.everyOtherModelIsShownWithItsTasks(jdbc);
        shown.provincesTellWhoDoesNotAnswer(jdbc);
        String unit = dohs.get(20);
        shown.aUnitsRecordIsWhatItOwed(
                unit,
                duties(null).stream()
                        .filter(duty -> duty.unitCode().equals(unit))
                        .toList());
    }

    /** What is done to many duties of the plan 360 at once, and who is told what was done. */
    public void areActedOn() {
        ManyAtOnce many = new ManyAtOnce(port, jdbc, crime, duties(crime), clock.instant());
        many.whatCannotBeAskedIsRefusedByItsField();
        many.allThatAreOverdueAreRemindedOnceADay();
        many.someAreExtendedAndWhatHasChangedMeanwhileIsRefused();
        many.whatWasBegunBeforeACrashIsFinishedAfterwards();
        many.workIsHandedOverToThoseOfTheUnitOnly();
        many.whoeverLosesTheRoleWhileSheLooksActsNoMore();
    }

    /** Units of both plans ask for more time. */
    public void askForMoreTime() {
        AskedForMore asked = new AskedForMore(port, jdbc, crime, fire, duties(null));
        asked.whatCannotBeAskedIsRefused();
        asked.whoMayGrantItDecides();
        asked.theFocalUnitOfThePlanDecides();
        asked.aRequestEndsWithItsDuty();
    }

    /** Units of both plans are chased by letter. */
    public void areChasedByLetter() {
        ChasedByLetter chased = new ChasedByLetter(port, beans, crime, fire, duties(null), clock.instant());
        chased.theLadderPreparesOneLetterARoundForTheLeader();
        chased.chosenUnitsGetALetterThatALeaderHasApproved();
        chased.eachDepartmentMayGetALetterOfItsOwn();
    }

    /** Who did what, of each plan. */
    public void areOnRecord() {
        OnRecord record = new OnRecord(port, crime, fire, duties(null));
        record.everyActOfALivedSpringIsThereOnce();
        record.partsFollowEachOtherWithoutGap();
        record.isForAdministratorsAndForInspectorsInTheirScope();
        record.whatCannotBeAskedIsRefused();
        record.isDownloaded();
    }

    private Api.Answer get(String login, String path) {
        return new Api(port, login).get("/api/v1/obligations" + path);
    }

    private static Instant at(String moment) {
        return OffsetDateTime.parse(moment).toInstant();
    }

    private record UnitThen(String kind, String province, String superior) {}
}
