const { BpmnModdle } = require('bpmn-moddle');
const Linter = require('bpmnlint/lib/linter');

/**
 * Lints one process with one rule.
 *
 * @param { Function } factory the rule
 * @param { string } elements what stands in the process
 * @param { { process?: string, roots?: string, diagram?: string } } [around] the rest of the file, as XML
 * @return { Promise<string[]> } ids reported
 */
module.exports = async function lint(factory, elements, { process = 'subPlan', roots = '', diagram = '' } = {}) {
  const { rootElement, warnings } = await new BpmnModdle().fromXML(`
    <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
        xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" id="definitions_subPlan">
      <bpmn:process id="${process}">${elements}</bpmn:process>${roots}${diagram}
    </bpmn:definitions>`);

  if (warnings.length) {
    throw new Error(warnings[0].message);
  }

  const linter = new Linter({
    config: { rules: { 'plancascade/tested': 'error' } },
    resolver: { resolveRule: () => factory }
  });

  const reports = await linter.lint(rootElement);

  return Object.values(reports).flat().map(({ id }) => id);
};
