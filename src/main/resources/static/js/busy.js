/*
 * A form with data-busy takes long: it says so while it is under way and is not sent twice. The page that comes as the
 * answer ends that; so does going back to this one.
 */
const forms = () => [...document.querySelectorAll('form[data-busy]')];

document.addEventListener('submit', ({ target }) => {
  if (!target.matches('form[data-busy]')) {
    return;
  }
  target.querySelector('[role=status]').textContent = target.dataset.busy;
  // Only once the form is on its way: a disabled button would not be sent along.
  setTimeout(() => forms().forEach((form) => form.querySelectorAll('button').forEach((button) => { button.disabled = true; })));
});

window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) {
    forms().forEach((form) => {
      form.querySelector('[role=status]').textContent = '';
      form.querySelectorAll('button').forEach((button) => { button.disabled = false; });
    });
  }
});
