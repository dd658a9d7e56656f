package vn.plancascade.followup.domain;

/** The engine's side of the decision table. */
public interface DeployedPolicies {

    /** The product's own table, as it is packaged. */
    String own();

    /** A table that is asked without being deployed. */
    StagePolicy tried(String content);

    /** Deploys the table in the present transaction and returns the id of its definition. */
    String deploy(String content);
}
