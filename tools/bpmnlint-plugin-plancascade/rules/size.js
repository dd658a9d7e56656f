const { is } = require('bpmnlint-utils');

/** As many as a person takes in at once, frames of sub-processes included. */
const MOST = 30;

/**
 * A model of more than 30 nodes says in its documentation why it is one model, naming their number
 * (`Mô hình có 37 phần tử vì …`): whoever adds a node meets that sentence again, and thinks again.
 *
 * @type { import('bpmnlint/lib/types.js').RuleFactory }
 */
module.exports = function size() {
  function check(node, reporter) {
    if (!is(node, 'bpmn:Process')) {
      return;
    }

    const nodes = count(node);
    const said = (node.documentation ?? []).map(({ text }) => text).join('\n');

    if (nodes > MOST && !said.includes(`Mô hình có ${nodes} phần tử vì `)) {
      reporter.report(node.id, `${nodes} nodes are more than ${MOST}; `
        + `draw fewer, or say why in the documentation: "Mô hình có ${nodes} phần tử vì …"`);
    }
  }

  return { check };
};

function count(scope) {
  const own = (scope.flowElements ?? []).filter((element) => is(element, 'bpmn:FlowNode'));

  return own.reduce((sum, node) => sum + 1 + count(node), 0);
}
