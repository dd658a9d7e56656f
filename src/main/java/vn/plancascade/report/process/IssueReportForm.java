package vn.plancascade.report.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Map;
import vn.plancascade.document.Documents.Upload;
import vn.plancascade.document.OfficialDocument;
import vn.plancascade.kernel.VietnamTime;
import vn.plancascade.organisation.Actor;
import vn.plancascade.plan.OutsideIssuing;
import vn.plancascade.report.domain.ReportIssuing;
import vn.plancascade.report.domain.ReportPapers;
import vn.plancascade.report.domain.ReportWork;
import vn.plancascade.report.domain.ReportWorks;
import vn.plancascade.worklist.FormData;
import vn.plancascade.worklist.IssuedAs;
import vn.plancascade.worklist.IssuingFields;
import vn.plancascade.worklist.SigningForm;
import vn.plancascade.worklist.WorkItem;

/** What the clerk enters of a unit's report, or of the ministry's own. */
abstract class IssueReportForm implements SigningForm {

    private final ReportWorks works;
    private final ReportTexts texts;
    private final ReportPapers papers;
    private final IssuingFields fields;
    private final OutsideIssuing outside;
    private final Clock clock;

    IssueReportForm(
            ReportWorks works,
            ReportTexts texts,
            ReportPapers papers,
            IssuingFields fields,
            OutsideIssuing outside,
            Clock clock) {
        this.works = works;
        this.texts = texts;
        this.papers = papers;
        this.fields = fields;
        this.outside = outside;
        this.clock = clock;
    }

    abstract String defaultSignatory(ReportWork work);

    /** The body in whose register the report is entered, and for which it is signed. */
    abstract String issuer(ReportWork work);

    abstract void issue(long id, IssuedAs data, Actor actor);

    @Override
    public ObjectNode prefill(WorkItem item, Actor actor) {
        return FormData.toNode(
                new IssuedAs("", VietnamTime.dayOf(clock.instant()), defaultSignatory(works.of(item.subject()))));
    }

    @Override
    public ObjectNode shown(WorkItem item, Actor actor) {
        ReportWork work = works.of(item.subject());
        return texts.facts(work, actor).put("numbering", work.unit().numbering().name());
    }

    @Override
    public OfficialDocument document(WorkItem item, ObjectNode data, Actor actor) {
        return papers.submitted(works.of(item.subject()));
    }

    @Override
    public void arrange(ObjectNode form, WorkItem item, Actor actor) {
        fields.offer(form, issuer(works.of(item.subject())), ReportIssuing.SERIES);
    }

    @Override
    public void takeSigned(WorkItem item, Upload file, Actor actor) {
        outside.addSignedCopy(actor, item.subject(), file);
    }

    @Override
    public Class<?> content() {
        return IssuedAs.class;
    }

    @Override
    public Map<String, Object> complete(WorkItem item, ObjectNode sent, Actor actor) {
        IssuedAs data = IssuedAs.of(sent);
        issue(item.subject(), data, actor);
        return Map.of();
    }
}
