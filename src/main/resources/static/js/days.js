/*
 * Days are typed as people write them, day before month, whatever the browser's language. Beside each such field stands a
 * button that opens the browser's calendar; what is chosen there is written into the field.
 */
const { label } = document.currentScript.dataset;
// No font has to know a sign for it.
const PICTURE = `<svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.6">
  <rect x="2.5" y="4" width="15" height="13.5" rx="1.5"/><path d="M2.5 8h15M6.5 1.5V5M13.5 1.5V5M6 11.5h2M12 11.5h2M6 14.5h2"/></svg>`;
const two = (number) => String(number).padStart(2, '0');

const asIso = (typed) => {
  const [, day, month, year] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(typed) ?? [];
  return year ? `${year}-${two(month)}-${two(day)}` : '';
};

document.querySelectorAll('input[data-day]').forEach((field) => {
  const calendar = Object.assign(document.createElement('input'), {
    type: 'date', tabIndex: -1, className: 'calendar', min: field.dataset.first ?? '', max: field.dataset.last ?? '',
  });
  calendar.setAttribute('aria-hidden', 'true');
  if (!calendar.showPicker) {
    return;
  }
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'plain day-picker', innerHTML: PICTURE });
  button.setAttribute('aria-label', label);
  button.addEventListener('click', () => {
    calendar.value = asIso(field.value);
    calendar.showPicker();
  });
  calendar.addEventListener('change', () => {
    field.value = calendar.value.split('-').reverse().join('/');
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.focus();
  });
  const frame = Object.assign(document.createElement('span'), { className: 'with-picker' });
  field.replaceWith(frame);
  frame.append(field, button, calendar);
});
