package vn.plancascade.organisation;

/**
 * What a person is in a unit, for a time. The names are part of the candidate groups' ids
 * ({@code <role>:<unit code>}) and so of the models.
 */
public enum Role {
    head,
    deputy,
    leaderInCharge,
    clerk,
    reviewer,
    drafter,
    focalContact,
    inspector,
    ministryLeader,
    ministryDrafter,
    administrator;

    /** The candidate group of those who hold this role in the unit. */
    public String group(String unitCode) {
        return name() + ":" + unitCode;
    }
}
