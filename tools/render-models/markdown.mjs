import { code, oneLine, table } from './tables.mjs';

/**
 * The README of docs/processes: what a reader of the code asks of a model, without opening it.
 *
 * @param { Awaited<ReturnType<import('./read-model.mjs').readModel>>[] } models
 * @param { Awaited<ReturnType<import('./read-decisions.mjs').readDecisions>> } decisions
 */
export function describe(models, decisions = []) {
  return [
    '# Processes',
    '<!-- Generated from processes/ by "npm run docs:models"; "npm run docs:models -- --check" finds drift. -->',
    'Labels and documentation stand here as they do in the models, in the language of the people who read them'
      + ' on screen. Ids, beans, forms and messages are the contract with the code.',
    table([ 'Key', 'Name', 'Model', 'History kept' ], models.map((model) => [
      `[\`${model.key}\`](#${model.key.toLowerCase()})`,
      model.name,
      `[${model.path}](../../${model.path})`,
      code(model.historyTimeToLive)
    ])),
    'All timers of all processes: [timers.md](timers.md).',
    decisions.length && table([ 'Decision', 'Name', 'Model' ], decisions.map(({ id, name, path }) => [
      `[\`${id}\`](${id}.md)`, name, `[${path}](../../${path})`
    ])),
    ...models.map(describeModel)
  ].filter(Boolean).join('\n\n') + '\n';
}

function describeModel(model) {
  return [
    `## ${model.key}`,
    `**${model.name}**${model.documentation ? `. ${model.documentation}` : ''}`,
    `[![${model.name}](${model.key}.svg)](${model.key}.svg)`,
    section('User tasks', [ 'Id', 'Name', 'Candidate groups', 'Form', 'Due date' ], model.userTasks,
      ({ id, name, candidateGroups, form, dueDate }) => [ code(id), name, code(candidateGroups), code(form), code(dueDate) ]),
    section('Service tasks', [ 'Id', 'Name', 'Bean', 'Own job', 'Retried after' ], model.serviceTasks,
      ({ id, name, bean, asyncBefore, retries }) => [
        code(id), name, code(beanName(bean)), asyncBefore ? 'yes' : '', retries?.replaceAll(',', ', ')
      ]),
    section('Decisions', [ 'Id', 'Name', 'Decision' ], model.decisions,
      ({ id, name, decision }) => [ code(id), name, code(decision) ]),
    section('Called processes', [ 'Id', 'Name', 'Process' ], model.calls,
      ({ id, name, called }) => [ code(id), name, code(called) ]),
    section('Timers', [ 'Id', 'Name', 'When', 'What' ], model.timers,
      ({ id, name, when, effect }) => [ code(id), name, code(when), inWords(effect) ]),
    section('Messages', [ 'Id', 'Name', 'Message', 'What' ], model.messages,
      ({ id, name, message, messageId, effect }) => [ code(id), name, `${code(message)} (${code(messageId)})`, inWords(effect) ]),
    model.notes.length && [
      '### Notes',
      model.notes.map(({ id, name, documentation }) => `- ${name ? `${name} ` : ''}(${code(id)}): ${oneLine(documentation)}`).join('\n')
    ].join('\n\n')
  ].filter(Boolean).join('\n\n');
}

function section(title, headings, rows, cells) {
  return rows.length ? `### ${title}\n\n${table(headings, rows.map(cells))}` : '';
}

function beanName(expression) {
  return expression?.replace(/^[$#]\{(.+)}$/, '$1');
}

function inWords({ kind, of }) {
  return {
    starts: 'starts the process',
    stops: `interrupts, then “${of}”`,
    beside: `“${of}”, beside the flow that goes on`,
    waits: 'the flow waits for it',
    sends: 'sent by the flow'
  }[kind];
}
