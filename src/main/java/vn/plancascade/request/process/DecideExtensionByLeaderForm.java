package vn.plancascade.request.process;

import org.springframework.stereotype.Component;
import vn.plancascade.deadline.Obligations;
import vn.plancascade.deadline.PlanTermsSource;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.request.domain.AskedExtensions;

/** A leader of the ministry does the same beyond the plan's limit. */
@Component
class DecideExtensionByLeaderForm extends DecideExtensionForm {

    DecideExtensionByLeaderForm(
            AskedExtensions requests, Obligations obligations, PlanTermsSource plans, Organisation organisation) {
        super(requests, obligations, plans, organisation);
    }

    @Override
    public String taskKey() {
        return RequestModel.DECIDE_EXTENSION_BY_LEADER;
    }
}
