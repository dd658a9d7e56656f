package vn.plancascade.demo;

/** A line of {@code sample/units.csv}, or a generated one; see {@link vn.plancascade.organisation.Unit}. */
record SampleUnit(
        String code,
        String name,
        String kind,
        String provinceCode,
        String parentCode,
        String reportsToCode,
        String email,
        String symbol,
        String place,
        String numbering,
        boolean clerk,
        String headTitle) {}
