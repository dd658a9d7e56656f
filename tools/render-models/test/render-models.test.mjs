import assert from 'node:assert/strict';
import test from 'node:test';

import { describe } from '../markdown.mjs';
import { readModel } from '../read-model.mjs';
import { sameDrawing } from '../same-drawing.mjs';

const MODEL = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions_sample">
  <bpmn:process id="sample" name="Sample" isExecutable="true" camunda:historyTimeToLive="P1D">
    <bpmn:userTask id="userTask_approve" name="Approve" camunda:formRef="approve" camunda:candidateGroups="head:\${unitCode}" />
    <bpmn:subProcess id="subProcess_late" name="Late | overdue" triggeredByEvent="true">
      <bpmn:startEvent id="event_due" name="Due" isInterrupting="false">
        <bpmn:timerEventDefinition id="timerDefinition_due">
          <bpmn:timeDate>\${due}</bpmn:timeDate>
        </bpmn:timerEventDefinition>
      </bpmn:startEvent>
      <bpmn:serviceTask id="serviceTask_record" name="Record" camunda:delegateExpression="\${recordDelegate}">
        <bpmn:documentation>Reads again | and
          again.</bpmn:documentation>
      </bpmn:serviceTask>
    </bpmn:subProcess>
  </bpmn:process>
</bpmn:definitions>`;

test('the tables show what stands in the model, inside sub-processes too', async () => {
  const page = describe([ await readModel(MODEL, 'processes/sample.bpmn') ]);

  assert.match(page, /\| `userTask_approve` \| Approve \| `head:\$\{unitCode\}` \| `approve` \| {2}\|/);
  assert.match(page, /\| `serviceTask_record` \| Record \| `recordDelegate` \|/);
  assert.match(page, /\| `event_due` \| Due \| `\$\{due\}` \| “Late \\\| overdue”, beside the flow that goes on \|/);
  assert.match(page, /- Record \(`serviceTask_record`\): Reads again \| and again\./);
  assert.doesNotMatch(page, /### Messages/);
});

test('a file without an executable process is refused', async () => {
  await assert.rejects(readModel(MODEL.replace('isExecutable="true"', ''), 'processes/sample.bpmn'), /no executable process/);
});

test('a fraction of a pixel is the browser\'s, a whole one is a change', () => {
  assert.ok(sameDrawing('<text x="10.2">Duyệt</text>', '<text x="10.9">Duyệt</text>'));
  assert.ok(!sameDrawing('<text x="10">Duyệt</text>', '<text x="11">Duyệt</text>'));
  assert.ok(!sameDrawing('<text x="10">Duyệt</text>', '<text x="10">Ban hành</text>'));
  assert.ok(!sameDrawing('<g />', '<g /><g x="1" />'));
});
