/*
 * Tasklist keeps a saved form in this browser and lays it over what the server sends from then on: a colleague's newer
 * draft would be hidden, and overwritten with the next submission. Here "Save" saves to the server, where everybody who
 * may do the task finds it, and nothing is ever read from the browser.
 */
const PREFIX = 'camunda-form:';
const ENGINE = document.querySelector('base').getAttribute('engine-api') + 'engine/default';
const FAILED = {
  vi: 'Chưa lưu được bản nháp.',
  en: 'The draft has not been saved.'
};

const original = {
  getItem: Storage.prototype.getItem,
  setItem: Storage.prototype.setItem
};

function isForm(storage, key) {
  return storage === window.localStorage && String(key).startsWith(PREFIX);
}

function token() {
  const pair = document.cookie.split('; ').find(cookie => cookie.startsWith('XSRF-TOKEN='));
  return pair ? decodeURIComponent(pair.substring('XSRF-TOKEN='.length)) : '';
}

async function save(taskId, data) {
  let problem = '';
  try {
    const answer = await fetch(`${ENGINE}/task/${encodeURIComponent(taskId)}/draft`, {
      method: 'PUT',
      credentials: 'same-origin',
      headers: {'Content-Type': 'application/json', Accept: 'application/json', 'X-XSRF-TOKEN': token()},
      body: data
    });
    // Without a session the webapp is on its way to the login already.
    if (answer.ok || answer.status === 401) {
      return;
    }
    problem = (await answer.json()).message || '';
  } catch (unreachable) {
    problem = '';
  }
  const text = navigator.language.startsWith('vi') ? FAILED.vi : FAILED.en;
  window.alert(`${text} ${problem}`.trim());
}

Storage.prototype.getItem = function(key) {
  return isForm(this, key) ? null : original.getItem.call(this, key);
};

Storage.prototype.setItem = function(key, value) {
  if (isForm(this, key)) {
    save(String(key).substring(PREFIX.length), value);
  } else {
    original.setItem.call(this, key, value);
  }
};

Object.keys(window.localStorage)
  .filter(key => key.startsWith(PREFIX))
  .forEach(key => window.localStorage.removeItem(key));
