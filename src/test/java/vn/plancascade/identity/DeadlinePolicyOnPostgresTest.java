package vn.plancascade.identity;

class DeadlinePolicyOnPostgresTest extends DeadlinePolicyScenario implements OnPostgres {}
