package vn.plancascade.identity;

class DeadlinePolicyOnH2Test extends DeadlinePolicyScenario {}
