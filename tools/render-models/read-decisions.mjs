import { DmnModdle } from 'dmn-moddle';

/**
 * Reads the decision tables of one DMN file.
 *
 * @param { string } xml
 * @param { string } path of the file, from the root of the project
 */
export async function readDecisions(xml, path) {
  const { rootElement: definitions, warnings } = await new DmnModdle().fromXML(xml);

  if (warnings.length) {
    throw new Error(`${path}: ${warnings[0].message}`);
  }

  const decisions = (definitions.drgElement ?? []).filter(({ $type }) => $type === 'dmn:Decision');

  if (!decisions.length) {
    throw new Error(`${path}: no decision`);
  }

  return decisions.map((decision) => readDecision(decision, path));
}

function readDecision({ id, name, description, decisionLogic: logic }, path) {
  if (logic?.$type !== 'dmn:DecisionTable') {
    throw new Error(`${path}: ${id} is no decision table`);
  }

  return {
    id,
    path,
    name: name ?? id,
    description,
    hitPolicy: logic.hitPolicy ?? 'UNIQUE',
    aggregation: logic.aggregation,
    inputs: (logic.input ?? []).map(({ label, inputExpression }) => ({ label, expression: inputExpression?.text })),
    outputs: (logic.output ?? []).map(({ label, name: variable }) => ({ label, expression: variable })),
    rules: (logic.rule ?? []).map((rule) => ({
      inputs: (rule.inputEntry ?? []).map(({ text }) => text),
      outputs: (rule.outputEntry ?? []).map(({ text }) => text),
      annotation: rule.description
    }))
  };
}
