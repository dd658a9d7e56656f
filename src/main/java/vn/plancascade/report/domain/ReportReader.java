package vn.plancascade.report.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.Obligation;
import vn.plancascade.deadline.ObligationRow;
import vn.plancascade.deadline.ObligationState;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.kernel.NotFound;
import vn.plancascade.kernel.Page;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.organisation.Actor;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Scope;
import vn.plancascade.plan.Indicator;
import vn.plancascade.plan.Indicator.Type;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.NationalPlans;
import vn.plancascade.report.domain.ReportRow.Version;
import vn.plancascade.worklist.FormData;

/** Reports as people may see them: cut to the reader's scope, with small counts of victims kept from others. */
@Service
@Transactional(readOnly = true)
public class ReportReader {

    private static final String FROM = """
             from obligation o join unit u on u.code = o.unit_code left join report r on r.id = o.id
            where o.kind in ('unitReport', 'reportCycle') and\s""";

    private final JdbcClient jdbc;
    private final ReportStore store;
    private final ReportSums sums;
    private final Reports reports;
    private final Obligations obligations;
    private final NationalPlans plans;
    private final Organisation organisation;

    ReportReader(
            JdbcClient jdbc,
            ReportStore store,
            ReportSums sums,
            Reports reports,
            Obligations obligations,
            NationalPlans plans,
            Organisation organisation) {
        this.jdbc = jdbc;
        this.store = store;
        this.sums = sums;
        this.reports = reports;
        this.obligations = obligations;
        this.plans = plans;
        this.organisation = organisation;
    }

    /**
     * A report as it is shown.
     *
     * @param version the version shown: the accepted one, else the newest that was submitted; 0 before the first
     * @param figures the unit's own; yes or no as true or false
     * @param sums with those of the reports below that are in it
     * @param hidden codes of figures that are kept from this reader
     * @param missing codes of the units below, through all tiers, whose figures are not in it; null in lists
     * @param inWork what is being written, or null
     */
    public record Shown(
            Obligation duty,
            int version,
            Map<String, Object> figures,
            Map<String, BigDecimal> sums,
            List<String> hidden,
            List<String> missing,
            int expected,
            int accepted,
            LocalDate dataFrom,
            LocalDate dataTo,
            String inWork) {}

    /** Filters of the list; null means any. */
    public record Query(Long plan, String period, String unit, DutyKind kind, ObligationState state) {}

    public Page<Shown> search(Actor actor, Query query, PageRequest page) {
        Scope scope = organisation.scopeOf(actor);
        Map<String, Object> params = new HashMap<>(scope.params());
        List<String> conditions = new ArrayList<>(List.of(scope.condition("o.unit_code")));
        equal(conditions, params, "o.plan_id", "plan", query.plan());
        equal(conditions, params, "o.period", "period", query.period());
        equal(conditions, params, "o.unit_code", "unit", query.unit());
        equal(conditions, params, "o.kind", "kind", name(query.kind()));
        equal(conditions, params, "o.state", "state", name(query.state()));
        String from = FROM + String.join(" and ", conditions);
        long total = jdbc.sql("select count(*)" + from)
                .params(params)
                .query(Long.class)
                .single();
        List<Obligation> duties = jdbc.sql("select o.*, u.name as unit_name, u.province_code" + from
                        + " order by o.plan_id desc, o.period, o.kind, o.unit_code limit :size offset :offset")
                .params(params)
                .param("size", page.size())
                .param("offset", page.offset())
                .query((row, n) -> ObligationRow.read(row))
                .list();
        Map<Long, NationalPlan> known = new HashMap<>();
        List<Shown> shown = duties.stream()
                .map(duty -> shown(
                        actor,
                        duty,
                        known.computeIfAbsent(
                                duty.planId(), id -> plans.find(id).orElseThrow()),
                        false))
                .toList();
        return new Page<>(shown, page.page(), page.size(), total);
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static void equal(
            List<String> conditions, Map<String, Object> params, String column, String name, Object value) {
        if (value != null) {
            conditions.add(column + " = :" + name);
            params.put(name, value);
        }
    }

    /** @throws NotFound if there is no such report, or the reader may not see it */
    public Shown get(Actor actor, long id) {
        Obligation duty = visible(actor, id);
        return shown(actor, duty, plans.find(duty.planId()).orElseThrow(), true);
    }

    /** The duty of a report that the reader may see. */
    public Obligation visible(Actor actor, long id) {
        return obligations
                .find(id)
                .filter(duty -> duty.kind() != DutyKind.subPlan)
                .filter(duty -> organisation.isWithin(organisation.scopeOf(actor), duty.unitCode()))
                .orElseThrow(() -> new NotFound("report.unknown"));
    }

    private Shown shown(Actor actor, Obligation duty, NationalPlan plan, boolean inFull) {
        ReportRow report = store.find(duty.id()).orElse(null);
        if (report == null) {
            return new Shown(duty, 0, Map.of(), Map.of(), List.of(), inFull ? List.of() : null, 0, 0, null, null, null);
        }
        Reports.Work work = reports.work(duty, plan);
        int version = shownVersion(report);
        boolean live = version == 0 || report.acceptedVersion() == null && isDrafting(duty.state());
        Map<String, BigDecimal> own = version == 0 ? Map.of() : store.own(duty.id(), version);
        Map<String, BigDecimal> totals = live ? sums.totalsNow(duty.id(), own) : store.totals(duty.id(), version);
        List<String> hidden = hidden(actor, report, work, own, totals);
        Map<String, Object> figures =
                figures(work, sums.complete(work, own, reports.ownYearBefore(work)), store.words(duty.id(), version));
        Map<String, BigDecimal> complete = new LinkedHashMap<>(sums.complete(work, totals, sums.yearBefore(work)));
        hidden.forEach(code -> {
            figures.put(code, null);
            complete.put(code, null);
        });
        int expected;
        int accepted;
        List<String> missing = null;
        if (inFull) {
            ReportSums.Coverage coverage = sums.coverage(duty.id(), live ? null : version);
            expected = coverage.expected();
            accepted = coverage.accepted();
            missing = coverage.missing();
        } else {
            Version stored = store.version(duty.id(), version).orElse(null);
            expected = stored == null ? 0 : stored.expected();
            accepted = stored == null ? 0 : stored.accepted();
        }
        return new Shown(
                duty,
                version,
                figures,
                complete,
                hidden,
                missing,
                expected,
                accepted,
                work.period().dataFrom(),
                work.cutOff(),
                report.inWork() == null ? null : report.inWork().name());
    }

    private int shownVersion(ReportRow report) {
        if (report.acceptedVersion() != null) {
            return report.acceptedVersion();
        }
        return store.version(report.id(), report.versionInWork()).isPresent()
                ? report.versionInWork()
                : report.version();
    }

    private static boolean isDrafting(ObligationState state) {
        return state == ObligationState.drafting || state == ObligationState.revisionRequested;
    }

    private static Map<String, Object> figures(
            Reports.Work work, Map<String, BigDecimal> own, Map<String, String> words) {
        Map<String, Object> figures = new LinkedHashMap<>();
        if (!own.isEmpty() || !words.isEmpty()) {
            for (Indicator indicator : work.indicators()) {
                BigDecimal value = own.get(indicator.code());
                figures.put(
                        indicator.code(),
                        switch (indicator.type()) {
                            case yesNo -> value == null ? null : value.signum() != 0;
                            case text -> words.get(indicator.code());
                            default -> value;
                        });
            }
        }
        return figures;
    }

    /** Small counts are for the unit and for those who take its report over. */
    private List<String> hidden(
            Actor actor,
            ReportRow report,
            Reports.Work work,
            Map<String, BigDecimal> own,
            Map<String, BigDecimal> totals) {
        if (report.isConsolidation()
                || actor.units().contains(report.unitCode())
                || actor.units().contains(report.superiorCode())) {
            return List.of();
        }
        return work.indicators().stream()
                .filter(indicator -> isSmall(indicator, own.get(indicator.code()))
                        || isSmall(indicator, totals.get(indicator.code())))
                .map(Indicator::code)
                .toList();
    }

    static boolean isSmall(Indicator indicator, BigDecimal value) {
        return indicator.hideBelow() != null
                && value != null
                && value.signum() > 0
                && value.compareTo(BigDecimal.valueOf(indicator.hideBelow())) < 0;
    }

    /** A unit whose figures are in a sum. */
    public record Part(
            long id,
            String unitCode,
            String unitName,
            int version,
            String documentNumber,
            BigDecimal total,
            boolean hidden) {}

    /** The reports whose totals make up a report's sum of one indicator, as it is shown. */
    public Page<Part> parts(Actor actor, long id, String code, PageRequest page) {
        Shown shown = get(actor, id);
        Reports.Work work =
                reports.work(shown.duty(), plans.find(shown.duty().planId()).orElseThrow());
        Indicator indicator = work.indicators().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("indicator.unknown", String.valueOf(code)));
        boolean frozen =
                shown.version() > 0 && !store.partsOf(id, shown.version()).isEmpty();
        Map<Long, Integer> parts = frozen ? store.partsOf(id, shown.version()) : store.acceptedParts(id);
        List<Long> ids = parts.keySet().stream().sorted().toList();
        List<Long> asked = ids.subList(
                (int) Math.min(page.offset(), ids.size()), (int) Math.min(page.offset() + page.size(), ids.size()));
        boolean near =
                work.isConsolidation() || actor.units().contains(shown.duty().unitCode());
        return new Page<>(
                asked.isEmpty()
                        ? List.of()
                        : store.totalsOf(asked, parts, code).stream()
                                .map(part -> !near && isSmall(indicator, part.total())
                                        ? new Part(
                                                part.id(),
                                                part.unitCode(),
                                                part.unitName(),
                                                part.version(),
                                                part.documentNumber(),
                                                null,
                                                true)
                                        : part)
                                .toList(),
                page.page(),
                page.size(),
                ids.size());
    }

    /** What a unit below wrote in one part of its narrative. */
    public record Paragraph(long id, String unitCode, String unitName, String text) {}

    /** The paragraphs of the accepted reports below, to choose from, by unit. */
    public Page<Paragraph> paragraphs(Actor actor, long id, String part, PageRequest page) {
        visible(actor, id);
        List<Paragraph> all = store.narratives(id).stream()
                .map(told -> new Paragraph(
                        told.id(),
                        told.unitCode(),
                        told.unitName(),
                        FormData.read(told.text(), ReportDraft.Narrative.class).part(part)))
                .filter(told -> told.text() != null)
                .toList();
        int from = (int) Math.min(page.offset(), all.size());
        return new Page<>(
                all.subList(from, Math.min(from + page.size(), all.size())), page.page(), page.size(), all.size());
    }

    /** A version, for the list of them. */
    public record ShownVersion(
            int version,
            String kind,
            Integer supplementNo,
            String replaces,
            String documentNumber,
            LocalDate documentDate,
            Instant issuedAt,
            Instant acceptedAt,
            int expected,
            int accepted,
            ReportDraft.Narrative narrative,
            String comment) {}

    public List<ShownVersion> versions(Actor actor, long id) {
        visible(actor, id);
        return store.versions(id).stream()
                .map(version -> new ShownVersion(
                        version.version(),
                        version.kind().name(),
                        version.supplementNo(),
                        version.replaces(),
                        version.documentNumber(),
                        version.documentDate(),
                        version.issuedAt(),
                        version.acceptedAt(),
                        version.expected(),
                        version.accepted(),
                        FormData.read(version.narrative(), ReportDraft.Narrative.class),
                        version.comment()))
                .toList();
    }

    /** A row of the export. */
    public record ExportRow(
            Obligation duty, String unitKind, Map<String, BigDecimal> values, Map<String, String> words) {}

    /** What an export holds. */
    public record Export(List<Indicator> indicators, List<ExportRow> rows) {}

    /**
     * The figures of a period, a row for each unit in the reader's scope: the unit's own, or with those below.
     *
     * @throws NotFound if there is no such plan or period, or the reader may not see the plan
     */
    public Export export(Actor actor, long planId, String period, boolean totals) {
        NationalPlan plan = plans.get(actor, planId);
        if (plan.content().period(Objects.toString(period, "")).isEmpty()) {
            throw new NotFound("report.periodUnknown", String.valueOf(period));
        }
        Scope scope = organisation.scopeOf(actor);
        Map<String, Object> params = new HashMap<>(scope.params());
        params.put("plan", planId);
        params.put("period", period);
        String where = "o.plan_id = :plan and o.period = :period and o.kind = 'unitReport' and "
                + scope.condition("o.unit_code");
        Map<Long, ExportRow> rows = new LinkedHashMap<>();
        Map<Long, String> superiors = new HashMap<>();
        jdbc.sql("select o.*, u.name as unit_name, u.province_code, u.kind as unit_kind, r.superior_code"
                        + " from obligation o join unit u on u.code = o.unit_code left join report r on r.id = o.id where "
                        + where + " order by o.unit_code")
                .params(params)
                .query(row -> {
                    Obligation duty = ObligationRow.read(row);
                    superiors.put(duty.id(), row.getString("superior_code"));
                    rows.put(
                            duty.id(),
                            new ExportRow(duty, row.getString("unit_kind"), new HashMap<>(), new HashMap<>()));
                });
        jdbc.sql("""
                        select f.report_id, f.code, f.%s as figure, f.words from report_figure f
                        join report r on r.id = f.report_id join obligation o on o.id = r.id
                        where f.version = coalesce(r.accepted_version, nullif(r.version, 0), 1) and %s""".formatted(totals ? "total" : "own", where)).params(params).query(row -> {
            ExportRow found = rows.get(row.getLong(1));
            if (row.getBigDecimal(3) != null) {
                found.values().put(row.getString(2), row.getBigDecimal(3));
            }
            if (row.getString(4) != null) {
                found.words().put(row.getString(2), row.getString(4));
            }
        });
        List<Indicator> indicators = plan.content().indicators();
        List<Indicator> guarded = indicators.stream()
                .filter(indicator -> indicator.hideBelow() != null)
                .toList();
        List<ExportRow> complete = new ArrayList<>();
        for (ExportRow row : rows.values()) {
            Map<String, BigDecimal> values = row.values().isEmpty()
                    ? Map.of()
                    : new HashMap<>(Computation.complete(indicators, row.values(), Map.of()));
            boolean near = actor.units().contains(row.duty().unitCode())
                    || actor.units().contains(superiors.get(row.duty().id()));
            for (Indicator indicator : guarded) {
                if (!near && isSmall(indicator, values.get(indicator.code()))) {
                    values.remove(indicator.code());
                    row.words().put(indicator.code(), "<" + indicator.hideBelow());
                }
            }
            complete.add(new ExportRow(row.duty(), row.unitKind(), values, row.words()));
        }
        return new Export(indicators, complete);
    }

    /** Whether what is entered for the indicator is a number. */
    public static boolean isNumber(Indicator indicator) {
        return indicator.type() != Type.text;
    }
}
