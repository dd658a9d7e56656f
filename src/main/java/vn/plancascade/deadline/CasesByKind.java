package vn.plancascade.deadline;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Finds the process that carries a duty by the kind of the duty. */
@Component
public class CasesByKind {

    private final Map<DutyKind, DutyCases> cases = new EnumMap<>(DutyKind.class);

    CasesByKind(List<DutyCases> cases) {
        cases.forEach(each -> this.cases.put(each.kind(), each));
    }

    public DutyCases of(Obligation duty) {
        return cases.get(duty.kind());
    }
}
