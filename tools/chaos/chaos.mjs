/**
 * Kills, freezes and restarts the product while its people work, and compares what they were told with what the database holds.
 * See README.md beside this file.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { Country } from './country.mjs';
import { openMailbox } from './mailbox.mjs';
import { ProductNode } from './node.mjs';
import { Postgres } from './postgres.mjs';
import { pause, random } from './random.mjs';

const { values } = parseArgs({
  options: {
    database: { type: 'string', default: 'h2' },
    faults: { type: 'string', default: '5' },
    kinds: { type: 'string', default: '' },
    seed: { type: 'string', default: '1' },
    workers: { type: 'string', default: '6' },
    port: { type: 'string', default: '8500' },
    classpath: { type: 'string', default: 'target/chaos.classpath' },
  },
});
const seed = Number(values.seed);
const port = Number(values.port);
const onPostgres = values.database === 'postgres';
// The acts and the faults draw from dice of their own: which act comes when depends on the machine, the faults do not.
const acts = random(seed);
const faults = random(seed + 1);
const directory = mkdtempSync(join(tmpdir(), 'plan-cascade-chaos-'));
const logs = join(directory, 'logs');
mkdirSync(logs);

// A disk of its own can be made full; only root may make one.
const disk = !onPostgres && process.getuid() === 0 ? join(directory, 'disk') : null;
if (disk) {
  mkdirSync(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1g', 'tmpfs', disk]);
}

const mailbox = openMailbox(port + 99);
const postgres = onPostgres ? new Postgres(directory, port + 98) : null;
const setup = {
  classpath: `target/classes:${readFileSync(values.classpath, 'utf8').trim()}`,
  mailPort: port + 99,
  logs,
  grace: onPostgres ? '5s' : '0s',
  database: onPostgres ? { url: postgres.url, username: 'postgres', password: 'postgres' } : {
    url: `jdbc:h2:file:${disk ?? directory}/data;MODE=PostgreSQL;LOCK_TIMEOUT=10000;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE`,
  },
};
const nodes = (onPostgres ? ['a', 'b'] : ['a']).map((name, index) => new ProductNode(name, port + index, setup));
// However it ends, nothing of it goes on.
process.on('exit', () => {
  nodes.forEach((node) => node.process?.kill('SIGKILL'));
  postgres?.abandon();
  if (disk) {
    spawnSync('umount', ['-l', disk]);
  }
});
// Together: two nodes that start at once on an empty database have to agree on who makes its tables.
await Promise.all(nodes.map((node) => node.start()));
const country = new Country(nodes, acts);

let working = true;
const readiness = (async () => {
  while (working) {
    await Promise.all(nodes.map(async (node) => { node.ready = await node.looksReady(); }));
    await pause(500);
  }
})();

async function rolling() {
  const before = country.refusedPorts;
  for (const node of nodes) {
    await node.stop();
    await node.start();
    await pause(1_000);
  }
  const refused = country.refusedPorts - before;
  console.log(`  closed ports met: ${refused}`);
  if (refused > 0) {
    country.wrong.push(`a rolling restart met ${refused} closed ports`);
  }
}

const FAULTS = {
  kill: async () => {
    const node = faults.of(nodes);
    await node.kill();
    await pause(faults.between(0, 3_000));
    await node.start();
  },
  ...disk && {
    diskFull: async () => {
      // The file may have grown before the disk is made as small as it was.
      for (let room = 200_000, full = false; !full; room += 500_000) {
        const size = statSync(join(disk, 'data.mv.db')).size + room;
        full = spawnSync('mount', ['-o', `remount,size=${size}`, disk]).status === 0;
      }
      await pause(faults.between(5_000, 15_000));
      execFileSync('mount', ['-o', 'remount,size=1g', disk]);
    },
  },
  ...onPostgres && {
    freeze: () => faults.of(nodes).freeze(faults.between(10_000, 60_000)),
    databaseStopped: () => postgres.restart(faults.between(1_000, 8_000)),
    databaseFrozen: () => postgres.freeze(faults.between(5_000, 20_000)),
    rolling,
  },
};
const kinds = values.kinds ? values.kinds.split(',') : Object.keys(FAULTS);

async function worker() {
  while (working) {
    try {
      const open = (await country.duties()).filter(({ unitCode, currentTask, state }) =>
        /^(SYT|BVT)-/.test(unitCode) && (currentTask || country.units.has(unitCode)) && state !== 'issued');
      if (open.length === 0 || country.resting) {
        await pause(1_000);
      } else {
        const duty = acts.of(open);
        // One person at a time works on a duty, as in an office.
        if (!country.busy.has(duty.unitCode)) {
          country.busy.add(duty.unitCode);
          await country.work(duty).finally(() => country.busy.delete(duty.unitCode));
        }
      }
    } catch (failed) {
      country.wrong.push(String(failed));
    }
  }
}

const issuing = country.issuePlan();
let workers = [];
for (let number = 1; number <= Number(values.faults); number += 1) {
  // The first fault strikes while the plan is issued and its cases are opened.
  await pause(number === 1 ? faults.between(3_000, 8_000) : faults.between(2_000, 9_000));
  const kind = number === 1 && kinds.includes('kill') ? 'kill' : faults.of(kinds);
  console.log(`${number}. ${kind}`);
  await FAULTS[kind]();
  if (number === 1) {
    await issuing;
    workers = Array.from({ length: Number(values.workers) }, worker);
  } else {
    await country.atRest(() => country.verify());
  }
}
await issuing;
await pause(5_000);
working = false;
await Promise.all([...workers, readiness]);

let progress = await country.progress();
for (let waited = 0; progress.started < progress.total && waited < 180; waited += 1) {
  await pause(1_000);
  progress = await country.progress();
}
if (progress.total === 0 || progress.started < progress.total) {
  country.wrong.push(`${progress.total - progress.started} of ${progress.total} cases have not begun`);
}
await country.verify();
await country.verifyHistories();
const failedJobs = await country.answer('quantri', '/api/v1/jobs/failed');
const deadMails = await country.answer('quantri', '/api/v1/mails?state=dead&size=1');
if (failedJobs.total > 0) {
  country.wrong.push(`${failedJobs.total} jobs failed: ${JSON.stringify(failedJobs.items[0]).slice(0, 300)}`);
}
if (deadMails.total > 0) {
  country.wrong.push(`${deadMails.total} mails were given up`);
}
mailbox.close();

console.log(JSON.stringify({
  database: values.database, seed, faults: Number(values.faults), acknowledged: country.acknowledged, unanswered: country.unanswered,
  cases: progress.total, mails: mailbox.received.size, mailsTwice: mailbox.twice(), wrong: country.wrong,
}, null, 2));
console.log(`logs: ${logs}`);
process.exit(country.wrong.length === 0 ? 0 : 1);
