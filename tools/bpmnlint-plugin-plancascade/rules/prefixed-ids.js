const { is } = require('bpmnlint-utils');

/**
 * Prefix by element type; the first entry that fits decides, so a type stands before its parents
 * (a boundary event before `bpmn:Event`). After the prefix: camelCase, in the case of its first letter here.
 */
const PREFIXES = [
  [ 'bpmn:EndEvent', 'endEvent_' ],
  [ 'bpmn:Event', 'event_' ],
  [ 'bpmn:UserTask', 'userTask_' ],
  [ 'bpmn:ServiceTask', 'serviceTask_' ],
  [ 'bpmn:BusinessRuleTask', 'businessRuleTask_' ],
  [ 'bpmn:SendTask', 'sendTask_' ],
  [ 'bpmn:ReceiveTask', 'receiveTask_' ],
  [ 'bpmn:ManualTask', 'manualTask_' ],
  [ 'bpmn:ScriptTask', 'scriptTask_' ],
  [ 'bpmn:Task', 'task_' ],
  [ 'bpmn:CallActivity', 'callActivity_' ],
  [ 'bpmn:SubProcess', 'subProcess_' ],
  [ 'bpmn:Gateway', 'gateway_' ],
  [ 'bpmn:SequenceFlow', 'flow_' ],
  [ 'bpmn:MessageFlow', 'messageFlow_' ],
  [ 'bpmn:Participant', 'participant_' ],
  [ 'bpmn:Collaboration', 'collaboration_' ],
  [ 'bpmn:Lane', 'lane_' ],
  [ 'bpmn:TextAnnotation', 'annotation_' ],
  [ 'bpmn:Association', 'association_' ],
  [ 'bpmn:Group', 'group_' ],
  [ 'bpmn:TimerEventDefinition', 'timerDefinition_' ],
  [ 'bpmn:MessageEventDefinition', 'messageDefinition_' ],
  [ 'bpmn:SignalEventDefinition', 'signalDefinition_' ],
  [ 'bpmn:ErrorEventDefinition', 'errorDefinition_' ],
  [ 'bpmn:EscalationEventDefinition', 'escalationDefinition_' ],
  [ 'bpmn:ConditionalEventDefinition', 'conditionalDefinition_' ],
  [ 'bpmn:CompensateEventDefinition', 'compensateDefinition_' ],
  [ 'bpmn:TerminateEventDefinition', 'terminateDefinition_' ],
  [ 'bpmn:LinkEventDefinition', 'linkDefinition_' ],
  [ 'bpmn:Message', 'Message_' ],
  [ 'bpmn:Signal', 'Signal_' ],
  [ 'bpmn:Error', 'Error_' ],
  [ 'bpmn:Escalation', 'Escalation_' ],
  [ 'bpmn:Definitions', 'definitions_' ],
  [ 'bpmndi:BPMNDiagram', 'diagram_' ]
];

/**
 * Every id starts with what the element is (`userTask_approveSubPlan`), so that it can be read without the
 * model beside it; a diagram id is derived from its element's (`userTask_approveSubPlan_di`), so that a
 * change of the drawing touches no other line. A process is the exception: its id is its key.
 *
 * @type { import('bpmnlint/lib/types.js').RuleFactory }
 */
module.exports = function prefixedIds() {
  function check(node, reporter) {
    if (is(node, 'bpmndi:BPMNShape') || is(node, 'bpmndi:BPMNEdge') || is(node, 'bpmndi:BPMNPlane')) {
      return checkDrawing(node, reporter);
    }

    const prefix = prefixOf(node);

    if (!prefix) {
      return;
    }

    const pattern = new RegExp(`^${prefix}${isUpperCase(prefix) ? '[A-Z]' : '[a-z]'}[A-Za-z0-9]*$`);

    if (!node.id) {
      reporter.report(node.$parent.id, `${node.$type} has no id; it should start with <${prefix}>`);
    } else if (!pattern.test(node.id)) {
      reporter.report(node.id, `Id should be <${prefix}> and then English words in camelCase`);
    }
  }

  return { check };
};

function prefixOf(node) {
  // The start event of an event sub-process is something that happens to a running case,
  // so it is named like any other event; only a process itself has a startEvent_.
  if (is(node, 'bpmn:StartEvent') && !node.$parent.triggeredByEvent) {
    return 'startEvent_';
  }

  const entry = PREFIXES.find(([ type ]) => is(node, type));

  return entry && entry[1];
}

function checkDrawing(node, reporter) {
  const drawn = node.bpmnElement;

  if (drawn && node.id !== `${drawn.id}_di`) {
    reporter.report(node.id || drawn.id, `Diagram id should be <${drawn.id}_di>`);
  }
}

function isUpperCase(prefix) {
  return prefix[0] !== prefix[0].toLowerCase();
}
