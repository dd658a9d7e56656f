package vn.plancascade.identity;

class QuietErrorsOnH2Test extends QuietErrorsScenario {}
