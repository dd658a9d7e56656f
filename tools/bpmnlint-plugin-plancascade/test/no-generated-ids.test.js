const test = require('node:test');
const assert = require('node:assert/strict');

const rule = require('../rules/no-generated-ids');
const lint = require('./lint');

test('an id that a modeler made up is reported', async () => {
  const reported = await lint(rule, `
    <bpmn:startEvent id="StartEvent_1" />
    <bpmn:userTask id="Activity_0k3f9zq" />
    <bpmn:sequenceFlow id="Flow_1ab2c3d" sourceRef="StartEvent_1" targetRef="Activity_0k3f9zq" />
    <bpmn:endEvent id="sid-3F2504E0-4F89-11D3-9A0C-0305E82C3301" />`);

  assert.deepEqual(reported, [
    'StartEvent_1', 'Activity_0k3f9zq', 'Flow_1ab2c3d', 'sid-3F2504E0-4F89-11D3-9A0C-0305E82C3301'
  ]);
});

test('so is one inside an event, and one of the drawing', async () => {
  const reported = await lint(rule, `
    <bpmn:intermediateCatchEvent id="event_due">
      <bpmn:timerEventDefinition id="TimerEventDefinition_0zzzzzz" />
    </bpmn:intermediateCatchEvent>`, {
    roots: '<bpmn:message id="Message_0a1b2c3" />',
    diagram: '<bpmndi:BPMNDiagram id="BPMNDiagram_1"><bpmndi:BPMNPlane id="Plane_1" bpmnElement="subPlan">'
      + '<bpmndi:BPMNShape id="Event_1x1x1x1_di" bpmnElement="event_due" /></bpmndi:BPMNPlane></bpmndi:BPMNDiagram>'
  });

  assert.deepEqual(reported.sort(), [
    'BPMNDiagram_1', 'Event_1x1x1x1_di', 'Message_0a1b2c3', 'Plane_1', 'TimerEventDefinition_0zzzzzz'
  ]);
});

test('an id that a person chose passes, a short or numbered one too', async () => {
  const reported = await lint(rule, `
    <bpmn:userTask id="userTask_approve" />
    <bpmn:userTask id="userTask_approveLevel2" />
    <bpmn:task id="task_started" />
    <bpmn:endEvent id="endEvent_done" />`);

  assert.deepEqual(reported, []);
});
