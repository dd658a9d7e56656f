/**
 * Writes docs/processes from the models, or with --check says what is out of date.
 *
 * The pictures and tables are committed, so that people read them without tools; generated, so that they
 * cannot say something else than the model that runs. PNGs are not compared: their bytes depend on the browser.
 *
 * Usage: npm run docs:models [-- --check]
 */
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describeDecision } from './render-models/decision-markdown.mjs';
import { describe } from './render-models/markdown.mjs';
import { openPainter } from './render-models/painter.mjs';
import { readDecisions } from './render-models/read-decisions.mjs';
import { readModel } from './render-models/read-model.mjs';
import { sameDrawing } from './render-models/same-drawing.mjs';
import { describeTimers } from './render-models/timers.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const MODELS = join(ROOT, 'processes');
const TARGET = join(ROOT, 'docs', 'processes');

const check = process.argv.includes('--check');
const outdated = [];

const models = await readAll('.bpmn', readModel);
const decisions = (await readAll('.dmn', readDecisions)).flat();
const painter = await openPainter();

try {
  await mkdir(TARGET, { recursive: true });

  for (const model of models) {
    const { svg, png } = await painter.paint(model.xml);

    if (await put(`${model.key}.svg`, svg, sameDrawing)) {
      await writeFile(join(TARGET, `${model.key}.png`), await png());
    }
  }

  for (const decision of decisions) {
    await put(`${decision.id}.md`, describeDecision(decision));
  }

  await put('timers.md', describeTimers(models));
  await put('README.md', describe(models, decisions));
  await reportLeftOvers();
} finally {
  await painter.close();
}

if (outdated.length) {
  console.error(`Out of date, run "npm run docs:models" and commit:\n${outdated.join('\n')}`);
  process.exitCode = 1;
}

/** Reads every file with this ending under processes/, in whatever folder. */
async function readAll(ending, read) {
  const files = (await readdir(MODELS, { recursive: true })).filter((file) => file.endsWith(ending)).sort();

  return Promise.all(files.map(async (file) => {
    const path = join(MODELS, file);

    return read(await readFile(path, 'utf8'), relative(ROOT, path).replaceAll('\\', '/'));
  }));
}

/**
 * Writes a file unless it already says the same; under --check it is only noted.
 *
 * @return { Promise<boolean> } whether it was written
 */
async function put(name, content, same = (before, after) => before === after) {
  const path = join(TARGET, name);
  const before = await readFile(path, 'utf8').catch(() => null);

  if (before !== null && same(before, content)) {
    return false;
  }

  if (check) {
    outdated.push(relative(ROOT, path));
    return false;
  }

  await writeFile(path, content);
  console.log(relative(ROOT, path));

  return true;
}

/** A picture or page whose model is gone is drift too; a person removes it. */
async function reportLeftOvers() {
  const pictures = models.flatMap(({ key }) => [ `${key}.svg`, `${key}.png` ]);
  const pages = decisions.map(({ id }) => `${id}.md`);
  const known = new Set([ 'README.md', 'timers.md', ...pictures, ...pages ]);

  for (const file of (await readdir(TARGET)).sort()) {
    if (/\.(?:svg|png|md)$/.test(file) && !known.has(file)) {
      outdated.push(`${relative(ROOT, join(TARGET, file))} (its model is gone)`);
    }
  }
}
