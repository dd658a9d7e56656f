package vn.plancascade.report.process;

/** Names of the models {@code unitReport} and {@code reportCycle}; a test compares them with the files. */
public final class ReportModel {

    public static final String UNIT_REPORT = "unitReport";
    public static final String REPORT_CYCLE = "reportCycle";

    public static final String DRAFT_UNIT_REPORT = "userTask_draftUnitReport";
    public static final String APPROVE_UNIT_REPORT = "userTask_approveUnitReport";
    public static final String ISSUE_UNIT_REPORT = "userTask_issueUnitReport";
    public static final String ACCEPT_UNIT_REPORT = "userTask_acceptUnitReport";
    public static final String CONSOLIDATE_REPORT = "userTask_consolidateReport";
    public static final String APPROVE_CONSOLIDATED_REPORT = "userTask_approveConsolidatedReport";
    public static final String ISSUE_CONSOLIDATED_REPORT = "userTask_issueConsolidatedReport";

    public static final String START_UNIT_REPORTS = "serviceTask_startUnitReports";

    public static final String MESSAGE_ALL_SETTLED = "reportCycle.allSettled";
    public static final String MESSAGE_LATE_ARRIVAL = "reportCycle.lateArrival";

    /** The unit whose report it is; of a cycle, the plan's focal unit. */
    public static final String UNIT_CODE = "unitCode";

    /** The unit whose people take the report over. */
    public static final String SUPERIOR_CODE = "superiorCode";

    /** The body that issued the plan, and issues the consolidated report. */
    public static final String ISSUER_CODE = "issuerCode";

    /** approve or return. */
    public static final String DECISION = "decision";

    public static final String UNITS_WAITING = "unitsWaiting";

    private ReportModel() {}
}
