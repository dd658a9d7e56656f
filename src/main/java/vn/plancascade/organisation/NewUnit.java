package vn.plancascade.organisation;

import java.time.LocalDate;

/** A unit to be added; see {@link Unit} for the fields. */
public record NewUnit(
        String code,
        String name,
        UnitKind kind,
        String provinceCode,
        String parentCode,
        String reportsToCode,
        String email,
        String symbol,
        String place,
        Numbering numbering,
        LocalDate validFrom,
        boolean sample) {}
