/*
 * The table of figures: what follows from them and what the rules find in them is told by the server with each save, and
 * a block of cells that was copied from a spreadsheet fills the rows from where it is put in.
 */
const form = document.querySelector('form.task');
const table = form.querySelector('.figures-table');

form.addEventListener('task:saved', ({ detail }) => {
  if (!detail.standing) {
    return;
  }
  const { computed, faults, blank } = detail.standing;
  Object.entries(computed).forEach(([code, text]) => {
    table.querySelector(`[data-computed="${CSS.escape(code)}"]`).textContent = text;
  });
  form.querySelector('[data-blank]').textContent = blank;
  table.querySelectorAll('[data-live]').forEach((place) => {
    const found = faults.find(({ field }) => field === place.dataset.live);
    place.textContent = found?.text ?? '';
    place.classList.toggle('explain', Boolean(found?.toExplain));
    // What was refused before is told anew, or is mended.
    document.getElementById(`${place.dataset.live}-error`)?.remove();
    document.getElementById(place.dataset.live)?.toggleAttribute('aria-invalid', false);
    if (found && !found.toExplain) {
      document.getElementById(place.dataset.live)?.setAttribute('aria-invalid', 'true');
    }
  });
  const panel = form.querySelector('[data-faults]');
  panel.hidden = faults.length === 0;
  panel.querySelector('ul').replaceChildren(...faults.map(({ field, label, text }) => {
    const link = Object.assign(document.createElement('a'), { href: `#${field}`, textContent: label });
    const item = document.createElement('li');
    item.append(link, `: ${text}`);
    return item;
  }));
});

/* Cells as spreadsheets copy them: tabs between, and a cell that holds a tab or a line break in quotation marks. */
const cells = (text) => {
  const rows = [[]];
  const cell = /("(?:[^"]|"")*"|[^\t\r\n]*)(\t|\r?\n|$)/gy;
  for (let found = cell.exec(text); found; found = cell.exec(text)) {
    const [, value, end] = found;
    rows.at(-1).push((value.startsWith('"') && value.length > 1 ? value.slice(1, -1).replaceAll('""', '"') : value).trim());
    if (end === '') {
      break;
    }
    if (end !== '\t') {
      rows.push([]);
    }
  }
  return rows.filter((row) => row.some(Boolean) || rows.length > 1);
};

const put = (row, value) => {
  const field = row.querySelector('input[type=text], textarea');
  if (field) {
    field.value = value;
    return true;
  }
  const yes = /^(có|co|yes|true|x|1)$/i.test(value);
  const no = /^(không|khong|no|false|0)$/i.test(value);
  const radio = yes || no ? row.querySelector(`input[type=radio][value="${yes}"]`) : null;
  if (radio) {
    radio.checked = true;
  }
  return Boolean(radio);
};

table.addEventListener('paste', (event) => {
  const text = event.clipboardData?.getData('text/plain').replace(/\r?\n$/, '') ?? '';
  const pasted = cells(text);
  if (pasted.length < 2 && (pasted[0]?.length ?? 0) < 2) {
    return;
  }
  event.preventDefault();
  const rows = [...table.querySelectorAll('tbody tr:not(.computed)')];
  const all = new Map([...table.querySelectorAll('tbody tr')].map((row) => [row.dataset.code.toUpperCase(), row]));
  // Rows that say their codes go where they belong; others one below the other from here.
  const coded = pasted.some(([first]) => all.has((first ?? '').toUpperCase()));
  let at = rows.indexOf(event.target.closest('tr'));
  let filled = 0;
  pasted.forEach((line) => {
    const value = line.filter(Boolean).at(-1) ?? '';
    const row = coded ? all.get((line[0] ?? '').toUpperCase()) : rows[at++];
    if (row && !row.matches('.computed') && !(coded && line.filter(Boolean).length < 2) && put(row, value)) {
      filled += 1;
    }
  });
  form.dispatchEvent(new Event('input', { bubbles: true }));
  form.querySelector('.saved').textContent = form.dataset.pasted.replace('{0}', filled);
});
