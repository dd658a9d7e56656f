package vn.plancascade.report.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.plancascade.deadline.Obligation;

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
public record ShownReport(
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
