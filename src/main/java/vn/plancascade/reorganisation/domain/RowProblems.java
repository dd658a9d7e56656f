package vn.plancascade.reorganisation.domain;

import java.util.List;
import vn.plancascade.kernel.BusinessProblem;
import vn.plancascade.kernel.Violation;
import vn.plancascade.organisation.RejectedImport;
import vn.plancascade.organisation.UnitChangeFile;

/** What is wrong with a change, as what is wrong with its row. */
final class RowProblems {

    private RowProblems() {}

    /** A conflict is about the row as a whole. */
    static List<RejectedImport.Problem> of(UnitChangeFile.Row row, BusinessProblem refused) {
        List<Violation> wrong = refused.violations().isEmpty() ? List.of(refused.main()) : refused.violations();
        return wrong.stream().map(each -> of(row, each)).toList();
    }

    static RejectedImport.Problem of(UnitChangeFile.Row row, Violation wrong) {
        String column = wrong.field() == null ? null : row.headers().get(wrong.field());
        return new RejectedImport.Problem(row.number(), column, wrong.code(), wrong.args());
    }
}
