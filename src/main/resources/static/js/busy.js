/*
 * A form with data-busy takes long: it says so while it is under way and is not sent twice. The page that comes as the
 * answer ends that; so does going back to this one.
 */
const forms = () => [...document.querySelectorAll('form[data-busy]')];

document.addEventListener('submit', ({ target, submitter }) => {
  if (!target.matches('form[data-busy]')) {
    return;
  }
  target.querySelector('[role=status]').textContent = target.dataset.busy;
  if (submitter?.name) {
    // Disabled, the button would not say that it was the one.
    target.append(Object.assign(document.createElement('input'), {
      type: 'hidden', name: submitter.name, value: submitter.value, className: 'pressed',
    }));
  }
  forms().forEach((form) => form.querySelectorAll('button').forEach((button) => { button.disabled = true; }));
});

window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) {
    forms().forEach((form) => {
      form.querySelector('[role=status]').textContent = '';
      form.querySelectorAll('input.pressed').forEach((input) => input.remove());
      form.querySelectorAll('button').forEach((button) => { button.disabled = false; });
    });
  }
});

/* What a task's page kept in this browser is not needed any more once it was handed in. */
try {
  const sent = window.localStorage.getItem('task:sent');
  if (sent && document.querySelector('.notice.good')) {
    window.localStorage.removeItem(sent);
    window.localStorage.removeItem('task:sent');
  }
} catch { /* a browser that keeps nothing has nothing to forget */ }
