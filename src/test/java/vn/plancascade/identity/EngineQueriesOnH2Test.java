package vn.plancascade.identity;

class EngineQueriesOnH2Test extends EngineQueriesScenario {}
