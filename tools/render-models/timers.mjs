import { code, table } from './tables.mjs';

const KINDS = {
  start: 'bắt đầu quy trình',
  eventSubProcess: 'bắt đầu quy trình con sự kiện',
  boundary: 'gắn ở biên',
  intermediate: 'giữa luồng'
};

const WHEN = { timeDate: 'thời điểm', timeDuration: 'sau', timeCycle: 'lặp lại' };

/**
 * Every timer of every model in one table: what the system does by itself, and when.
 *
 * @param { Awaited<ReturnType<import('./read-model.mjs').readModel>>[] } models
 */
export function describeTimers(models) {
  const rows = models.flatMap((model) => model.timers.map((timer) => [
    `[${model.name}](README.md#${model.key.toLowerCase()})`,
    code(timer.id),
    timer.name,
    timer.on ? `${KINDS[timer.kind]} “${timer.on}”` : KINDS[timer.kind],
    timer.interrupting === undefined ? '–' : timer.interrupting ? 'có' : 'không',
    `${WHEN[timer.whenKind] ?? ''} ${code(timer.when)}`,
    timer.follows.map((name) => `“${name}”`).join(', ') || '–',
    timer.documentation
  ]));

  return [
    '# Các mốc hẹn giờ của quy trình',
    '<!-- Generated from processes/ by "npm run docs:models"; "npm run docs:models -- --check" finds drift. -->',
    'Mỗi dòng là một sự kiện hẹn giờ trong mô hình: khi nào đến lượt, có ngắt việc đang làm hay không, và bước nào tiếp theo.',
    table([ 'Quy trình', 'Mã', 'Tên', 'Loại', 'Ngắt luồng', 'Khi nào', 'Tiếp theo', 'Ghi chú' ], rows)
  ].join('\n\n') + '\n';
}
