package vn.plancascade.account.domain;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.organisation.NewUnit;
import vn.plancascade.organisation.Numbering;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.OrganisationAdmin;
import vn.plancascade.organisation.Scope;
import vn.plancascade.organisation.Unit;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.organisation.UnitQuery;

/** The unit at the top of the tree, in which the first administrator is. */
@Component
class TopUnit {

    private final Organisation organisation;
    private final OrganisationAdmin admin;

    TopUnit(Organisation organisation, OrganisationAdmin admin) {
        this.organisation = organisation;
        this.admin = admin;
    }

    /** The ministry, if it is there already. */
    Optional<Unit> find() {
        UnitQuery ministry = new UnitQuery(UnitKind.MOH, null, null, null, null);
        return organisation.units(ministry, Scope.ALL, PageRequest.of(0, 1)).items().stream()
                .findFirst();
    }

    /** Adds a ministry of this code unless there is a unit of it. */
    void addIfMissing(String unit, String name, LocalDate today) {
        if (organisation.unit(unit).isEmpty()) {
            admin.addUnit(new NewUnit(
                    unit, name, UnitKind.MOH, null, null, null, null, unit, null, Numbering.register, today, false));
        }
    }
}
