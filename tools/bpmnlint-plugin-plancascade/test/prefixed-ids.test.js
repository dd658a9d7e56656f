const test = require('node:test');
const assert = require('node:assert/strict');

const rule = require('../rules/prefixed-ids');
const lint = require('./lint');

test('each kind of element has its own prefix', async () => {
  const reported = await lint(rule, `
    <bpmn:startEvent id="startEvent_planIssued" />
    <bpmn:userTask id="userTask_approvePlan" />
    <bpmn:serviceTask id="serviceTask_issuePlan" />
    <bpmn:exclusiveGateway id="gateway_planApproved" />
    <bpmn:boundaryEvent id="event_reminderDue" attachedToRef="userTask_approvePlan">
      <bpmn:timerEventDefinition id="timerDefinition_reminder" />
    </bpmn:boundaryEvent>
    <bpmn:subProcess id="subProcess_deadlinePassed" triggeredByEvent="true">
      <bpmn:startEvent id="event_duePassed" />
    </bpmn:subProcess>
    <bpmn:sequenceFlow id="flow_planReturned" sourceRef="gateway_planApproved" targetRef="userTask_approvePlan" />
    <bpmn:endEvent id="endEvent_planIssued" />`, { roots: '<bpmn:message id="Message_PlanWithdrawn" />' });

  assert.deepEqual(reported, []);
});

test('a missing or a foreign prefix is reported, for flows, messages and end events too', async () => {
  const reported = await lint(rule, `
    <bpmn:startEvent id="event_planIssued" />
    <bpmn:userTask id="approvePlan" />
    <bpmn:serviceTask id="userTask_issuePlan" />
    <bpmn:sequenceFlow id="returned" sourceRef="event_planIssued" targetRef="approvePlan" />
    <bpmn:endEvent id="event_planClosed" />`, { roots: '<bpmn:message id="message_planWithdrawn" />' });

  assert.deepEqual(reported, [
    'event_planIssued', 'approvePlan', 'userTask_issuePlan', 'returned', 'event_planClosed', 'message_planWithdrawn'
  ]);
});

test('what follows the prefix is camelCase', async () => {
  const reported = await lint(rule, `
    <bpmn:userTask id="userTask_ApprovePlan" />
    <bpmn:userTask id="userTask_approve_plan" />`, { roots: '<bpmn:message id="Message_planWithdrawn" />' });

  assert.deepEqual(reported, [ 'userTask_ApprovePlan', 'userTask_approve_plan', 'Message_planWithdrawn' ]);
});

test('an event definition without an id is reported at its event: a modeler would make one up', async () => {
  const reported = await lint(rule, `
    <bpmn:intermediateCatchEvent id="event_due"><bpmn:timerEventDefinition /></bpmn:intermediateCatchEvent>`);

  assert.deepEqual(reported, [ 'event_due' ]);
});

test('a diagram id is its element\'s with _di', async () => {
  const reported = await lint(rule, '<bpmn:userTask id="userTask_a" /><bpmn:userTask id="userTask_b" />', {
    diagram: '<bpmndi:BPMNDiagram id="diagram_subPlan"><bpmndi:BPMNPlane id="subPlan_di" bpmnElement="subPlan">'
      + '<bpmndi:BPMNShape id="userTask_a_di" bpmnElement="userTask_a" />'
      + '<bpmndi:BPMNShape id="shapeOfB" bpmnElement="userTask_b" /></bpmndi:BPMNPlane></bpmndi:BPMNDiagram>'
  });

  assert.deepEqual(reported, [ 'shapeOfB' ]);
});
