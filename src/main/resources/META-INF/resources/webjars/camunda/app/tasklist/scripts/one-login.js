/*
 * The webapps have a login form of their own, which the server does not accept: there is one login. Whoever would be
 * led to that form, after signing out or when the session has ended, is led to ours.
 */
const appRoot = document.querySelector('base').getAttribute('app-root');
const LOGIN = appRoot.replace(/\/camunda$/, '') + '/login';

function leaveForTheLogin() {
  if (/^#\/login\b/.test(window.location.hash)) {
    window.location.replace(LOGIN);
  }
}

window.addEventListener('hashchange', leaveForTheLogin);
leaveForTheLogin();
