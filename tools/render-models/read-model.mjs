import { createRequire } from 'node:module';

import { BpmnModdle } from 'bpmn-moddle';

const camunda = createRequire(import.meta.url)('camunda-bpmn-moddle/resources/camunda.json');

const WHEN_KINDS = [ 'timeDate', 'timeDuration', 'timeCycle' ];

/**
 * Reads what the documentation shows of one model. Elements come in the order of the file, which is the order
 * of the process, those of a sub-process after those around it.
 *
 * @param { string } xml
 * @param { string } path of the file, from the root of the project
 */
export async function readModel(xml, path) {
  const { rootElement: definitions, warnings } = await new BpmnModdle({ camunda }).fromXML(xml);

  if (warnings.length) {
    throw new Error(`${path}: ${warnings[0].message}`);
  }

  const process = definitions.rootElements.find(({ $type, isExecutable }) => $type === 'bpmn:Process' && isExecutable);

  if (!process) {
    throw new Error(`${path}: no executable process`);
  }

  const elements = flowElements(process);

  return {
    xml,
    path,
    key: process.id,
    name: process.name,
    documentation: documentationOf(process),
    historyTimeToLive: process.historyTimeToLive,
    userTasks: ofType(elements, 'bpmn:UserTask').map((task) => ({
      ...common(task),
      candidateGroups: task.candidateGroups,
      form: task.formRef ?? task.formKey,
      dueDate: task.dueDate
    })),
    serviceTasks: ofType(elements, 'bpmn:ServiceTask').map((task) => ({
      ...common(task),
      bean: task.delegateExpression,
      asyncBefore: Boolean(task.asyncBefore),
      retries: extension(task, 'camunda:FailedJobRetryTimeCycle')?.body
    })),
    decisions: ofType(elements, 'bpmn:BusinessRuleTask').map((task) => ({
      ...common(task),
      decision: task.decisionRef ?? task.delegateExpression
    })),
    calls: ofType(elements, 'bpmn:CallActivity').map((activity) => ({
      ...common(activity),
      called: activity.calledElement
    })),
    timers: withDefinition(elements, 'bpmn:TimerEventDefinition').map(({ event, definition }) => ({
      ...common(event),
      ...placeOf(event),
      whenKind: WHEN_KINDS.find((kind) => definition[kind]),
      when: WHEN_KINDS.map((kind) => definition[kind]).find(Boolean)?.body,
      follows: namesAfter(event),
      effect: effectOf(event)
    })),
    messages: withDefinition(elements, 'bpmn:MessageEventDefinition').map(({ event, definition }) => ({
      ...common(event),
      message: definition.messageRef?.name,
      messageId: definition.messageRef?.id,
      effect: effectOf(event)
    })),
    notes: elements.map(common).filter(({ documentation }) => documentation)
  };
}

function flowElements(scope) {
  const own = scope.flowElements ?? [];

  return [ ...own, ...own.filter((element) => element.flowElements).flatMap(flowElements) ];
}

function ofType(elements, type) {
  return elements.filter(({ $type }) => $type === type);
}

function withDefinition(elements, type) {
  return elements.flatMap((event) => (event.eventDefinitions ?? [])
    .filter(({ $type }) => $type === type)
    .map((definition) => ({ event, definition })));
}

function common(element) {
  return { id: element.id, name: element.name, documentation: documentationOf(element) };
}

function documentationOf(element) {
  return element.documentation?.map(({ text }) => text).join('\n\n');
}

function extension(element, type) {
  return element.extensionElements?.values.find(({ $type }) => $type.toLowerCase() === type.toLowerCase());
}

/** Where a catching event stands, and whether it ends what goes on around it; undefined where nothing does. */
function placeOf(event) {
  if (event.$type === 'bpmn:StartEvent') {
    return event.$parent.triggeredByEvent
      ? { kind: 'eventSubProcess', on: event.$parent.name, interrupting: event.isInterrupting !== false }
      : { kind: 'start' };
  }

  return event.$type === 'bpmn:BoundaryEvent'
    ? { kind: 'boundary', on: event.attachedToRef.name, interrupting: event.cancelActivity !== false }
    : { kind: 'intermediate' };
}

/** The names of the nodes that come next; nodes without a name, as joins are, are passed through. */
function namesAfter(node, seen = new Set([ node ])) {
  const next = (node.$parent.flowElements ?? [])
    .filter(({ $type, sourceRef }) => $type === 'bpmn:SequenceFlow' && sourceRef === node)
    .map(({ targetRef }) => targetRef)
    .filter((target) => !seen.has(target) && seen.add(target));

  return next.flatMap((target) => (target.name ? [ target.name ] : namesAfter(target, seen)));
}

/** What the event does to the flow around it. */
function effectOf(event) {
  if (event.$type === 'bpmn:StartEvent') {
    const scope = event.$parent;

    return scope.triggeredByEvent
      ? { kind: event.isInterrupting === false ? 'beside' : 'stops', of: scope.name ?? scope.id }
      : { kind: 'starts' };
  }

  if (event.$type === 'bpmn:BoundaryEvent') {
    return { kind: event.cancelActivity === false ? 'beside' : 'stops', of: event.attachedToRef.name };
  }

  return { kind: event.$type === 'bpmn:IntermediateCatchEvent' ? 'waits' : 'sends' };
}
