/** Markdown tables: one line a row, whatever stands in the models. */

export function table(headings, rows) {
  return [ headings, headings.map(() => '---'), ...rows ].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n');
}

export function code(text) {
  return text ? `\`${text}\`` : '';
}

export function oneLine(text) {
  return text.replace(/\s+/g, ' ').trim();
}

function cell(text) {
  return oneLine(text ?? '').replaceAll('|', '\\|');
}
