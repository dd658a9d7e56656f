package vn.plancascade.organisation;

import java.time.LocalDate;

/**
 * A unit of the health sector as it stands on one day.
 *
 * @param code matches {@code [A-Z0-9-]+}
 * @param provinceCode two digits, or null
 * @param parentCode the unit it belongs to (cơ quan chủ quản), or null
 * @param reportsToCode the unit it reports to (cấp nhận báo cáo), or null; rights and escalation follow it
 * @param email the unit's own address, or null
 * @param symbol the body's part of a document's symbol, such as SYT in 12/KH-SYT
 * @param place the place named in a document's date line
 * @param validFrom first day on which the unit exists
 * @param validTo first day on which it no longer exists, or null
 * @param hasClerk whether somebody holds the clerk's role today
 * @param headName the head's name, or null while there is none
 * @param headEmail the head's address, or null
 */
public record Unit(
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
        LocalDate validTo,
        boolean hasClerk,
        String headName,
        String headEmail) {}
