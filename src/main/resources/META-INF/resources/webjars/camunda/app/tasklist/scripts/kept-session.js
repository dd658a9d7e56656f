/*
 * A session may end while a form is being filled in. Tasklist would leave for a login of its own then, and the text with it.
 * Here whatever it asks the server waits, a login opens over the form, and what was asked goes on once there is a session.
 */
import './one-login.js';
import language from './language.js';

const WORDS = {
  vi: 'Phiên làm việc đã hết. Nội dung vẫn còn trên trang; đăng nhập lại để làm tiếp.',
  en: 'Your session has ended. The text is still on the page; log in again to go on.'
};
const TOKEN = 'X-XSRF-TOKEN';
const API = document.querySelector('base').getAttribute('engine-api');
const APP = document.querySelector('base').getAttribute('app-root') + '/app/tasklist/';
const LOGIN = APP.replace(/\/camunda\/app\/tasklist\/$/, '/login');
const TRUSTED_MS = 2000;

let known = Date.now();
let asking = null;
let leaving = false;

export function token() {
  const pair = document.cookie.split('; ').find(cookie => cookie.startsWith('XSRF-TOKEN='));
  return pair ? decodeURIComponent(pair.substring('XSRF-TOKEN='.length)) : '';
}

async function hasSession() {
  try {
    const answer = await fetch(`${APP}scripts/language.js`, { redirect: 'manual', cache: 'no-store' });
    // Anything but the way to the login is for the request itself to meet.
    return answer.type !== 'opaqueredirect' && answer.status !== 401;
  } catch {
    return true;
  }
}

function login() {
  return new Promise(resolve => {
    const dialog = document.createElement('dialog');
    dialog.className = 'login';
    const words = document.createElement('p');
    words.textContent = WORDS[language];
    const frame = document.createElement('iframe');
    frame.src = LOGIN;
    frame.title = WORDS[language];
    frame.addEventListener('load', async () => {
      if (!frame.contentWindow.location.pathname.endsWith('/login') && await hasSession()) {
        // The page brings the new session's token along.
        await fetch(`${APP}default/`);
        dialog.remove();
        resolve();
      }
    });
    dialog.append(words, frame);
    dialog.addEventListener('cancel', event => event.preventDefault());
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** Comes back once there is a session; asks for a login over the page where there is none. */
export async function session(changes) {
  if (leaving || !changes && Date.now() - known < TRUSTED_MS) {
    return;
  }
  asking ??= (async () => {
    if (!await hasSession()) {
      await login();
    }
    known = Date.now();
    asking = null;
  })();
  await asking;
}

const { open, send, setRequestHeader } = XMLHttpRequest.prototype;

XMLHttpRequest.prototype.open = function(method, url, ...rest) {
  this.asks = { changes: method.toUpperCase() !== 'GET', url: String(url) };
  open.call(this, method, url, ...rest);
};

XMLHttpRequest.prototype.setRequestHeader = function(name, value) {
  // The token goes along when the request does, which may be in another session.
  if (name.toUpperCase() !== TOKEN) {
    setRequestHeader.call(this, name, value);
  }
};

XMLHttpRequest.prototype.send = async function(body) {
  leaving ||= /\/logout$/.test(this.asks.url);
  const ours = new URL(this.asks.url, document.baseURI).pathname.startsWith(API);
  if (ours) {
    await session(this.asks.changes);
  }
  if (this.readyState !== XMLHttpRequest.OPENED) {
    return; // given up meanwhile
  }
  if (ours && this.asks.changes) {
    setRequestHeader.call(this, TOKEN, token());
  }
  send.call(this, body);
};
