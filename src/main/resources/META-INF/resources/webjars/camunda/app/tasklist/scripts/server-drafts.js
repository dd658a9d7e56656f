/*
 * Tasklist keeps a saved form in this browser and lays it over what the server sends from then on: a colleague's newer
 * draft would be hidden, and overwritten with the next submission. Here "Save" saves to the server, where everybody who
 * may do the task finds it, and nothing is ever read from the browser. The version that the form was filled from goes along,
 * so that nobody's newer text is overwritten unseen.
 */
import language from './language.js';
import { session, token } from './kept-session.js';
import { savedUpTo, soFar } from './unsaved-text.js';

const PREFIX = 'camunda-form:';
const ENGINE = document.querySelector('base').getAttribute('engine-api') + 'engine/default';
const WORDS = {
  vi: { saved: 'Đã lưu bản nháp', failed: 'Chưa lưu được bản nháp', unreachable: 'Máy chủ không trả lời; nội dung vẫn còn trên trang.' },
  en: { saved: 'The draft has been saved', failed: 'The draft has not been saved', unreachable: 'The server does not answer; the text is still on the page.' }
}[language];

/* The version of each task's draft that this page has read. */
const versions = new Map();
const task = url => /\/task\/([^/?]+)\/([\w-]+)/.exec(url) ?? [];

const original = {
  getItem: Storage.prototype.getItem,
  setItem: Storage.prototype.setItem,
  send: XMLHttpRequest.prototype.send
};

function tell(how, status, message, duration) {
  const injector = window.angular.element(document.documentElement).injector();
  injector.get('$rootScope').$applyAsync(() => injector.get('Notifications')[how]({
    status, message, duration, draft: true, exclusive: ['draft']
  }));
}

async function save(taskId, data) {
  const typed = soFar();
  try {
    await session(true);
    const answer = await fetch(`${ENGINE}/task/${encodeURIComponent(taskId)}/draft`, {
      method: 'PUT',
      credentials: 'same-origin',
      headers: {'Content-Type': 'application/json', Accept: 'application/json', 'X-XSRF-TOKEN': token()},
      body: JSON.stringify({ ...JSON.parse(data), version: versions.get(taskId) })
    });
    const content = await answer.json();
    if (answer.ok) {
      versions.set(taskId, content.version);
      savedUpTo(typed);
      tell('addMessage', WORDS.saved, '', 4000);
    } else {
      tell('addError', WORDS.failed, content.message ?? '');
    }
  } catch (unreachable) {
    tell('addError', WORDS.failed, WORDS.unreachable);
  }
}

XMLHttpRequest.prototype.send = function(body) {
  const [, id, word] = task(this.asks.url);
  if (word === 'form-variables') {
    this.addEventListener('load', () => {
      if (this.status === 200) {
        versions.set(id, JSON.parse(this.responseText).version?.value);
      }
    });
  }
  if (word === 'submit-form') {
    const typed = soFar();
    this.addEventListener('load', () => {
      if (this.status < 300) {
        savedUpTo(typed);
      }
    });
  }
  if (word === 'submit-form' && versions.has(id)) {
    const sent = JSON.parse(body);
    sent.variables = { ...sent.variables, version: { value: versions.get(id), type: 'Integer' } };
    return original.send.call(this, JSON.stringify(sent));
  }
  return original.send.call(this, body);
};

function isForm(storage, key) {
  return storage === window.localStorage && String(key).startsWith(PREFIX);
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
