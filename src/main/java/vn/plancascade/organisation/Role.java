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

    /**
     * Whether its holder decides in the unit's name or about other people's duties and rights: such a role is given and ended
     * for a reason only, by somebody else, and others are told.
     */
    public boolean decides() {
        return switch (this) {
            case head, deputy, leaderInCharge, inspector, ministryLeader, administrator -> true;
            case clerk, reviewer, drafter, focalContact, ministryDrafter -> false;
        };
    }

    /** The candidate group of those who hold this role in the unit. */
    public String group(String unitCode) {
        return name() + ":" + unitCode;
    }
}
