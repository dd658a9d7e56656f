const test = require('node:test');
const assert = require('node:assert/strict');

const rule = require('../rules/size');
const lint = require('./lint');

const tasks = (number) => Array.from({ length: number }, (_, i) => `<bpmn:task id="task_step${i}" />`).join('');
const saying = (text) => `<bpmn:documentation>${text}</bpmn:documentation>`;

test('thirty nodes pass, one more is reported', async () => {
  assert.deepEqual(await lint(rule, tasks(30)), []);
  assert.deepEqual(await lint(rule, tasks(31)), [ 'subPlan' ]);
});

test('frames and what is in them count, flows do not', async () => {
  const frame = (number) => tasks(27) + '<bpmn:subProcess id="subProcess_part">'
    + Array.from({ length: number }, (_, i) => `<bpmn:task id="task_inside${i}" />`).join('')
    + '<bpmn:sequenceFlow id="flow_inside" sourceRef="task_inside0" targetRef="task_inside1" /></bpmn:subProcess>';

  assert.deepEqual(await lint(rule, frame(2)), []);
  assert.deepEqual(await lint(rule, frame(3)), [ 'subPlan' ]);
});

test('a large model passes while its documentation says why, with the number that it has', async () => {
  assert.deepEqual(await lint(rule, saying('Mô hình có 31 phần tử vì tin báo phải ở đây.') + tasks(31)), []);
  assert.deepEqual(await lint(rule, saying('Mô hình có 31 phần tử vì tin báo phải ở đây.') + tasks(32)), [ 'subPlan' ]);
  assert.deepEqual(await lint(rule, saying('Mô hình lớn.') + tasks(31)), [ 'subPlan' ]);
});
