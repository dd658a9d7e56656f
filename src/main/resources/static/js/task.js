/*
 * A task's form never loses a word: what is typed is saved soon after, kept in the browser until the server has it, and
 * offered back after a closed tab. Without this script the form does the same work with its buttons.
 */
const form = document.querySelector('form[data-task]');

/* Reading writes nothing, so the page says that it was opened; without scripts a button does. */
const openedForm = document.querySelector('form[data-opened]');
if (openedForm) {
  openedForm.hidden = true;
  fetch(openedForm.action, { method: 'POST', body: new URLSearchParams(new FormData(openedForm)), redirect: 'manual' }).catch(() => {});
}

/* Fields that another field decides about. */
const arrange = () => document.querySelectorAll('[data-shown-field]').forEach((part) => {
  const named = document.getElementsByName(part.dataset.shownField);
  const value = [...named].filter((field) => !['radio', 'checkbox'].includes(field.type) || field.checked).pop()?.value;
  part.hidden = named.length > 0 && value !== part.dataset.shownValue;
});
arrange();
document.addEventListener('change', arrange);
document.getElementById('problem')?.focus();

if (form?.querySelector('.bar-bottom')) {
  const { task, saving, failed, restore, restored, login } = form.dataset;
  const key = `task:${task}${form.dataset.section ? `:${form.dataset.section}` : ''}`;
  const state = form.querySelector('.saved');
  const versionField = form.elements.version;
  const own = new Set(['_csrf', 'version', 'section', 'row', 'step', 'take', 'mark']);
  let dirty = form.dataset.unsaved === 'true';
  /* Remarks become part of the comment when it is handed in: until then this browser alone has them. */
  const remarked = () => [...form.elements].some(({ name, value }) => name.startsWith('remark.') && value);
  let timer;
  let leaving = false;
  let running = false;

  const entries = () => [...new FormData(form).entries()].filter(([name, value]) => !own.has(name) && typeof value === 'string');
  const store = (work) => { try { return work(window.localStorage); } catch { return null; } };
  const keep = () => store((kept) => kept.setItem(key, JSON.stringify({
    version: versionField.value, at: new Date().toISOString(), entries: entries(),
  })));
  const forget = () => store((kept) => kept.removeItem(key));
  /* What is handed in is forgotten where a page says that it was taken; see busy.js. */
  const SENT = 'task:sent';
  store((kept) => kept.removeItem(SENT));
  const say = (text, problem) => { state.textContent = text; state.classList.toggle('bad', Boolean(problem)); };

  const again = () => { clearTimeout(timer); timer = setTimeout(save, 5000); };

  /* A login in the page itself: the text stays where it is. */
  const askForLogin = () => {
    if (document.querySelector('dialog.login')) {
      return;
    }
    const dialog = document.createElement('dialog');
    dialog.className = 'login';
    const words = document.createElement('p');
    words.textContent = login;
    const frame = document.createElement('iframe');
    frame.src = new URL('../login', document.baseURI).pathname;
    frame.title = login;
    frame.addEventListener('load', async () => {
      if (frame.contentWindow.location.pathname.endsWith('/login')) {
        return;
      }
      const page = await (await fetch(form.action)).text();
      const token = new DOMParser().parseFromString(page, 'text/html').querySelector('form[data-task] [name=_csrf]');
      if (token) {
        document.getElementsByName('_csrf').forEach((field) => { field.value = token.value; });
        dialog.remove();
        save();
      }
    });
    dialog.append(words, frame);
    document.body.append(dialog);
    dialog.showModal();
  };

  let underWay;
  const save = () => {
    if (!running) {
      underWay = send();
    }
  };

  const send = async () => {
    clearTimeout(timer);
    if (!dirty) {
      return;
    }
    running = true;
    dirty = false;
    say(saving);
    const body = new URLSearchParams(entries());
    body.set('version', versionField.value);
    body.set('_csrf', form.elements._csrf.value);
    try {
      const answer = await fetch(`${form.action}/draft`, {
        method: 'POST', body, headers: { Accept: 'application/json' }, redirect: 'manual',
      });
      if (answer.ok) {
        const { version, text, standing, progress, sections } = await answer.json();
        versionField.value = version;
        say(text);
        form.dispatchEvent(new CustomEvent('task:saved', { detail: { standing, progress, sections } }));
        if (dirty || remarked()) {
          keep();
          timer = dirty ? setTimeout(save, 1500) : timer;
        } else {
          forget();
        }
      } else if (answer.type === 'opaqueredirect' || [401, 403].includes(answer.status)) {
        dirty = true;
        say(failed, true);
        askForLogin();
      } else if (answer.status >= 500 || answer.status === 429) {
        dirty = true;
        say(failed, true);
        again();
      } else {
        // Handing it in, or saving by the button, shows what is in the way, field by field.
        const { text } = await answer.json();
        say(text, true);
      }
    } catch {
      dirty = true;
      say(failed, true);
      again();
    } finally {
      running = false;
    }
  };

  form.addEventListener('input', ({ target }) => {
    if (target !== form && (target.type === 'file' || target.form !== form)) {
      return; // goes along when its form does; a draft holds no files
    }
    dirty = true;
    keep();
    clearTimeout(timer);
    timer = setTimeout(save, 1500);
  });
  /* What is under way is waited for, or the form would be sent with a version that is not the newest any more. */
  form.addEventListener('submit', (event) => {
    const { submitter } = event;
    if (leaving) {
      event.preventDefault();
    } else if (running) {
      event.preventDefault();
      event.stopPropagation(); // it is not on its way yet
      underWay.then(() => document.querySelector('dialog.login') ?? form.requestSubmit(submitter));
    } else {
      leaving = true;
      clearTimeout(timer);
      if (['complete', 'decision'].includes(submitter?.name === 'step' ? submitter.value : submitter?.name)) {
        store((kept) => kept.setItem(SENT, key));
      }
    }
  });
  form.addEventListener('task:ended', askForLogin);
  window.addEventListener('online', save);
  window.addEventListener('beforeunload', (event) => {
    if (dirty && !leaving) {
      event.preventDefault();
    }
  });
  window.addEventListener('pageshow', () => { leaving = false; });

  /* What a closed tab or an hour without a network left behind; a newer draft of the server is never overwritten by it. */
  const left = store((kept) => JSON.parse(kept.getItem(key)));
  const present = JSON.stringify(entries());
  if (left && (JSON.stringify(left.entries) === present || document.querySelector('.notice.good'))) {
    forget();
  } else if (left) {
    const offer = document.createElement('p');
    offer.className = 'notice warn';
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'plain';
    button.textContent = restore.replace('{0}', new Date(left.at).toLocaleString(document.documentElement.lang));
    button.addEventListener('click', () => {
      const values = new Map();
      left.entries.forEach(([name, value]) => values.set(name, [...(values.get(name) ?? []), value]));
      [...form.elements].filter(({ name, type }) => values.has(name) && type !== 'hidden').forEach((field) => {
        if (['radio', 'checkbox'].includes(field.type)) {
          field.checked = values.get(field.name).includes(field.value);
        } else {
          field.value = values.get(field.name)[0];
        }
      });
      // With the version that it was written over: what a colleague has saved since is shown beside it, not replaced.
      versionField.value = left.version;
      offer.textContent = restored;
      arrange();
      dirty = true;
    });
    offer.append(button);
    form.before(offer);
  }
}
