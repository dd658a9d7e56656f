import { code, oneLine, table } from './tables.mjs';

const HIT_POLICIES = {
  UNIQUE: 'nhiều nhất một dòng khớp',
  FIRST: 'lấy dòng khớp đầu tiên',
  ANY: 'các dòng khớp cho cùng kết quả',
  COLLECT: 'lấy mọi dòng khớp',
  'RULE ORDER': 'lấy mọi dòng khớp, theo thứ tự của bảng'
};

/** One decision table as a page; an empty input entry matches anything and is a dash. */
export function describeDecision({ id, path, name, description, hitPolicy, aggregation, inputs, outputs, rules }) {
  const policy = aggregation ? `${hitPolicy} (${aggregation})` : hitPolicy;

  return [
    `# ${name}`,
    '<!-- Generated from processes/ by "npm run docs:models"; "npm run docs:models -- --check" finds drift. -->',
    description && oneLine(description),
    `Bảng quyết định ${code(id)} trong [${path}](../../${path}). Cách chọn dòng: ${code(policy)}`
      + (HIT_POLICIES[hitPolicy] ? `, ${HIT_POLICIES[hitPolicy]}.` : '.')
      + ' Dấu – là điều kiện nào cũng được.',
    table(
      [ '#', ...inputs.map(heading), ...outputs.map((output) => `→ ${heading(output)}`), 'Chú thích' ],
      rules.map((rule, i) => [
        String(i + 1),
        ...inputs.map((_, column) => code(rule.inputs[column]) || '–'),
        ...outputs.map((_, column) => code(rule.outputs[column])),
        rule.annotation
      ])
    )
  ].filter(Boolean).join('\n\n') + '\n';
}

function heading({ label, expression }) {
  return label ? `${label} (${code(expression)})` : code(expression);
}
