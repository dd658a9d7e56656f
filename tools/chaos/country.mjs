import { pause } from './random.mjs';

/** The states of a sub-plan in their order; each act leads from one to the next. */
const STAGES = ['drafting', 'awaitingApproval', 'awaitingIssue', 'issued'];
const PASSWORD = 'demo';

/**
 * The people of the demo at work, and what the product has told them. What was answered with 2xx has to be there ever after;
 * what was sent without an answer may be there, once.
 */
export class Country {
  constructor(nodes, dice) {
    Object.assign(this, { nodes, dice, units: new Map(), busy: new Set(), acknowledged: 0, unanswered: 0, refusedPorts: 0, wrong: [], resting: false });
  }

  async ask(login, method, path, body) {
    const ready = this.nodes.filter((node) => node.ready);
    if (ready.length === 0) {
      await pause(200);
      return { status: 0 };
    }
    try {
      const answer = await fetch(this.dice.of(ready).url + path, {
        method,
        headers: {
          'Content-Type': 'application/json',
          Accept: 'application/json',
          Authorization: `Basic ${Buffer.from(`${login}:${PASSWORD}`).toString('base64')}`,
        },
        body: body === undefined ? undefined : JSON.stringify(body),
        signal: AbortSignal.timeout(90_000),
      });
      const text = await answer.text();
      return { status: answer.status, json: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : null, text };
    } catch (failed) {
      if (failed.cause?.code === 'ECONNREFUSED') {
        this.refusedPorts += 1;
      }
      return { status: 0 };
    }
  }

  /** A question that may be put again until it is answered. */
  async answer(login, path) {
    for (;;) {
      const got = await this.ask(login, 'GET', path);
      if (got.status === 200) {
        return got.json;
      }
      if (got.status !== 0 && got.status !== 503) {
        throw new Error(`${path}: ${got.status} ${got.text}`);
      }
      await pause(300);
    }
  }

  /** Something that changes the database: null where nobody knows whether it happened. */
  async act(login, method, path, body) {
    const got = await this.ask(login, method, path, body);
    if (got.status >= 200 && got.status < 300) {
      this.acknowledged += 1;
      return got;
    }
    if (got.status === 0 || got.status >= 500) {
      this.unanswered += 1;
      if (got.status >= 500 && got.status !== 503) {
        this.wrong.push(`${method} ${path}: ${got.status} ${got.text?.slice(0, 200)}`);
      }
      return null;
    }
    return got;
  }

  async step(login, key, variables) {
    const { items } = await this.answer(login, `/api/v1/tasks?size=2&key=${key}`);
    return items.length === 0 ? null : this.act(login, 'POST', `/api/v1/tasks/${items[0].id}/complete`, { variables });
  }

  /** Drafts, approves and issues the sample plan, however often it is interrupted. */
  async issuePlan() {
    this.plan = (await this.answer('quantri', '/api/v1/plans')).items[0].id;
    for (;;) {
      const { state } = await this.answer('quantri', `/api/v1/plans/${this.plan}`);
      if (state === 'issued') {
        return;
      }
      await this.step('chuyenvien.bo', 'userTask_draftNationalPlan', {});
      await this.step('lanhdao.bo', 'userTask_approveNationalPlan', { decision: 'approve' });
      await this.step('vanthu.bo', 'userTask_issueNationalPlan', {});
    }
  }

  async duties() {
    return (await this.answer('thanhtra.bo', `/api/v1/obligations?kind=subPlan&size=2000&plan=${this.plan}`)).items;
  }

  async progress() {
    return this.answer('thanhtra.bo', `/api/v1/plans/${this.plan}/progress`);
  }

  /** One act of one unit, by whoever's turn it is. */
  async work(duty) {
    const code = duty.unitCode;
    const unit = this.units.get(code)
      ?? this.units.set(code, { stage: 0, tried: 0, saved: 0, saving: 0, id: duty.id }).get(code);
    if (unit.stage === 0 && this.dice.between(0, 2) < 2) {
      await this.save(code, unit);
    } else if (unit.stage === 0) {
      await this.advance(unit, () => this.submit(code));
    } else if (unit.stage === 1) {
      await this.advance(unit, () => this.step(`${code}.thutruong`, 'userTask_approveSubPlan', { decision: 'approve' }));
    } else if (unit.stage === 2) {
      await this.advance(unit, () => this.step(`${code}.vanthu`, 'userTask_issueSubPlan', { documentNumber: `9/KH-${code}` }));
    }
  }

  async task(code) {
    const { items } = await this.answer(`${code}.chuyenvien`, '/api/v1/tasks?size=2&key=userTask_draftSubPlan');
    return items[0]?.id;
  }

  async save(code, unit) {
    const task = await this.task(code);
    if (!task) {
      return this.catchUp(unit);
    }
    const draft = await this.answer(`${code}.chuyenvien`, `/api/v1/tasks/${task}/draft`);
    const mark = unit.saving + 1;
    draft.items[0].activity = `Lần ghi ${mark}`;
    unit.saving = mark;
    const done = await this.act(`${code}.chuyenvien`, 'PUT', `/api/v1/tasks/${task}/draft`, { title: draft.title, items: draft.items, version: draft.version });
    if (done && done.status < 300) {
      unit.saved = mark;
    }
    return undefined;
  }

  async submit(code) {
    const task = await this.task(code);
    if (!task) {
      return { status: 409 };
    }
    const { title, items } = await this.answer(`${code}.chuyenvien`, `/api/v1/tasks/${task}/draft`);
    items.forEach((item) => Object.assign(item, {
      response: 'adopted', activity: item.activity || 'Tổ chức thực hiện', inCharge: 'Phòng Kế hoạch', from: '2023-04-01', to: '2023-12-31', budget: 10, output: 'Báo cáo',
    }));
    return this.act(`${code}.chuyenvien`, 'POST', `/api/v1/tasks/${task}/complete`, { variables: { title, items } });
  }

  async advance(unit, act) {
    unit.tried = unit.stage + 1;
    const done = await act();
    if (done && done.status < 300) {
      unit.stage = unit.tried;
    } else {
      await this.catchUp(unit, done);
    }
  }

  /** What nobody answered may have happened: where the duty stands is what the next act begins with. */
  async catchUp(unit, refused) {
    const { state } = await this.answer('thanhtra.bo', `/api/v1/obligations/${unit.id}`);
    const stage = STAGES.indexOf(state);
    if (stage < unit.stage || stage > Math.max(unit.tried, unit.stage)) {
      this.wrong.push(`duty ${unit.id} is ${state}, acknowledged was ${STAGES[unit.stage]}`);
    }
    if (refused?.status >= 400 && stage === unit.stage) {
      this.wrong.push(`duty ${unit.id}, ${state}: refused with ${refused.status} ${refused.text?.slice(0, 700)}`);
    }
    unit.stage = Math.max(stage, unit.stage);
  }

  /** Everybody ends what they are at, and begins nothing, while this is done. */
  async atRest(done) {
    this.resting = true;
    while (this.busy.size > 0) {
      await pause(100);
    }
    await done();
    this.resting = false;
  }

  /** Compares everything that was acknowledged with what the database holds now. */
  async verify() {
    const byUnit = new Map((await this.duties()).map((duty) => [duty.unitCode, duty]));
    for (const [code, unit] of this.units) {
      const stage = STAGES.indexOf(byUnit.get(code).state);
      if (stage < unit.stage || stage > Math.max(unit.tried, unit.stage)) {
        this.wrong.push(`${code} is ${byUnit.get(code).state}, acknowledged was ${STAGES[unit.stage]}`);
      }
      if (stage === 0 && unit.saved > 0) {
        const draft = await this.answer(`${code}.chuyenvien`, `/api/v1/tasks/${await this.task(code)}/draft`);
        const mark = Number(/\d+/.exec(draft.items[0].activity)?.[0] ?? 0);
        if (mark < unit.saved || mark > unit.saving) {
          this.wrong.push(`${code} has draft ${mark}, acknowledged was ${unit.saved}`);
        }
      }
    }
  }

  /** Whether any step is in a duty's history more than once. */
  async verifyHistories() {
    for (const [code, unit] of this.units) {
      const { history } = await this.answer('thanhtra.bo', `/api/v1/obligations/${unit.id}`);
      for (const word of ['started', 'submitted', 'approved', 'issued']) {
        const count = history.filter(({ event }) => event === word).length;
        if (count > 1) {
          this.wrong.push(`${code}: ${word} ${count} times`);
        }
      }
    }
  }
}
