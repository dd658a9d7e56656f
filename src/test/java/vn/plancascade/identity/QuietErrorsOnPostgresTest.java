package vn.plancascade.identity;

class QuietErrorsOnPostgresTest extends QuietErrorsScenario implements OnPostgres {}
