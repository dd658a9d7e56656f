import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';

import { describeDecision } from '../decision-markdown.mjs';
import { describe } from '../markdown.mjs';
import { readDecisions } from '../read-decisions.mjs';
import { readModel } from '../read-model.mjs';
import { sameDrawing } from '../same-drawing.mjs';
import { describeTimers } from '../timers.mjs';

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

const TIMERS = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="definitions_timers">
  <bpmn:process id="timers" name="Timers" isExecutable="true">
    <bpmn:startEvent id="event_morning" name="Morning">
      <bpmn:timerEventDefinition id="a"><bpmn:timeCycle>0 0 8 * * ?</bpmn:timeCycle></bpmn:timerEventDefinition>
    </bpmn:startEvent>
    <bpmn:exclusiveGateway id="gateway_join" />
    <bpmn:userTask id="userTask_read" name="Read" />
    <bpmn:boundaryEvent id="event_late" name="Late" attachedToRef="userTask_read" cancelActivity="false">
      <bpmn:documentation>Told
        once.</bpmn:documentation>
      <bpmn:timerEventDefinition id="b"><bpmn:timeDuration>P3D</bpmn:timeDuration></bpmn:timerEventDefinition>
    </bpmn:boundaryEvent>
    <bpmn:endEvent id="endEvent_told" name="Told" />
    <bpmn:intermediateCatchEvent id="event_wait" name="Wait">
      <bpmn:timerEventDefinition id="c"><bpmn:timeDate>\${due}</bpmn:timeDate></bpmn:timerEventDefinition>
    </bpmn:intermediateCatchEvent>
    <bpmn:sequenceFlow id="f1" sourceRef="event_morning" targetRef="gateway_join" />
    <bpmn:sequenceFlow id="f2" sourceRef="gateway_join" targetRef="userTask_read" />
    <bpmn:sequenceFlow id="f3" sourceRef="event_late" targetRef="endEvent_told" />
    <bpmn:sequenceFlow id="f4" sourceRef="event_wait" targetRef="gateway_join" />
  </bpmn:process>
</bpmn:definitions>`;

test('every timer says where it stands, whether it interrupts, when it fires and what follows', async () => {
  const page = describeTimers([
    await readModel(TIMERS, 'processes/timers.bpmn'),
    await readModel(MODEL, 'processes/sample.bpmn')
  ]);

  assert.match(page, /\| \[Timers\]\(README\.md#timers\) \| `event_morning` \| Morning \| bắt đầu quy trình \| – \| lặp lại `0 0 8 \* \* \?` \| “Read” \| {2}\|/);
  assert.match(page, /\| `event_late` \| Late \| gắn ở biên “Read” \| không \| sau `P3D` \| “Told” \| Told once\. \|/);
  assert.match(page, /\| `event_wait` \| Wait \| giữa luồng \| – \| thời điểm `\$\{due\}` \| “Read” \|/);
  assert.match(page, /\| `event_due` \| Due \| bắt đầu quy trình con sự kiện “Late \\\| overdue” \| không \| thời điểm `\$\{due\}` \| – \|/);
});

test('a decision table is shown with its hit policy, inputs, outputs, rules and annotations', async () => {
  const xml = await readFile(new URL('lateness.dmn', import.meta.url), 'utf8');
  const [ decision, ...others ] = await readDecisions(xml, 'processes/lateness.dmn');
  const page = describeDecision(decision);

  assert.equal(others.length, 0);
  assert.match(page, /^# Lateness\n/);
  assert.match(page, /`lateness` trong \[processes\/lateness\.dmn\].*`COLLECT`, lấy mọi dòng khớp\./);
  assert.match(page, /\| # \| Days \(`days`\) \| `kind` \| → Who \(`who`\) \| Chú thích \|/);
  assert.match(page, /\| 1 \| `> 3` \| – \| `"head"` \| After three \\\| more days \|/);
  assert.match(page, /\| 2 \| – \| `"report"` \| `"inspector"` \| {2}\|/);
  assert.match(describe([], [ decision ]), /\[`lateness`\]\(lateness\.md\)/);
});

test('a decision that is no table is refused', async () => {
  const xml = await readFile(new URL('lateness.dmn', import.meta.url), 'utf8');
  const literal = xml.replace(/<decisionTable[^]*<\/decisionTable>/, '<literalExpression id="x"><text>1</text></literalExpression>');

  await assert.rejects(readDecisions(literal, 'processes/lateness.dmn'), /lateness is no decision table/);
});
