/**
 * What modelers make up when nobody chooses:
 * - seven characters of a 32-bit number in base 36, which is why the first is 0 or 1: `Activity_0k3f9zq`;
 * - the first element of a new file: `StartEvent_1`, `BPMNDiagram_1`;
 * - a UUID: `sid-3F2504E0-4F89-11D3-9A0C-0305E82C3301`;
 * - a camunda:inputOutput or diagram id derived from one of these, with its suffix.
 */
const GENERATED = [
  /_[01][0-9a-z]{6}(_di|_label|_input|_output)?$/,
  /^[A-Z][A-Za-z]*_\d+(_di)?$/,
  /[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}/i
];

/**
 * No id that a tool made up, anywhere in the file, diagram and event definitions included: such an id says
 * nothing in an incident or a log, and changes when somebody redraws the element.
 *
 * @type { import('bpmnlint/lib/types.js').RuleFactory }
 */
module.exports = function noGeneratedIds() {
  function check(node, reporter) {
    const { id } = node;

    if (typeof id === 'string' && GENERATED.some((pattern) => pattern.test(id))) {
      reporter.report(id, 'Id was made up by a tool; choose one that says what the element is');
    }
  }

  return { check };
};
