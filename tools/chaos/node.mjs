import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { once } from 'node:events';

import { pause } from './random.mjs';

/** One instance of the product, started from the compiled classes, and what may happen to it. */
export class ProductNode {
  constructor(name, port, { classpath, database, mailPort, logs, grace }) {
    Object.assign(this, { name, port, classpath, database, mailPort, logs, grace });
    this.url = `http://127.0.0.1:${port}`;
    this.ready = false;
    this.starts = 0;
  }

  async start() {
    const log = openSync(`${this.logs}/${this.name}-${this.starts}.log`, 'w');
    this.starts += 1;
    this.process = spawn('java', [
      '-Duser.timezone=Asia/Ho_Chi_Minh', '-Dfile.encoding=UTF-8', '-XX:TieredStopAtLevel=1', '-cp', this.classpath,
      'vn.plancascade.PlanCascadeApplication',
      '--spring.profiles.active=demo', `--server.port=${this.port}`, `--plan-cascade.stop-grace=${this.grace}`,
      `--plan-cascade.demo.mail-port=${this.mailPort}`,
      ...Object.entries(this.database).map(([key, value]) => `--spring.datasource.${key}=${value}`),
    ], { stdio: ['ignore', log, log] });
    this.gone = once(this.process, 'exit');
    let alive = true;
    this.gone.then(() => { alive = false; this.ready = false; });
    while (!await this.looksReady()) {
      if (!alive) {
        throw new Error(`${this.name} did not start, see its log`);
      }
      await pause(500);
    }
    this.ready = true;
  }

  async looksReady() {
    try {
      const answer = await fetch(`${this.url}/actuator/health/readiness`, { signal: AbortSignal.timeout(2_000) });
      return answer.status === 200;
    } catch {
      return false;
    }
  }

  async kill() {
    this.ready = false;
    this.process.kill('SIGKILL');
    await this.gone;
  }

  /** Stops as an operator would; whoever asks for readiness sees it go first. */
  async stop() {
    this.process.kill('SIGTERM');
    await this.gone;
  }

  async freeze(millis) {
    this.process.kill('SIGSTOP');
    await pause(millis);
    this.process.kill('SIGCONT');
  }
}
