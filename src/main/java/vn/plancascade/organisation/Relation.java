package vn.plancascade.organisation;

/** The two ways in which a unit stands below another; they often differ (a Sở belongs to its province). */
public enum Relation {
    PARENT,
    REPORTS_TO
}
