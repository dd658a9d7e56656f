/* Buttons and links that show a sign alone get a name for those who do not see it: their tooltip, or what they do. */
import language from './language.js';

const OTHERWISE = { vi: 'Ẩn hoặc hiện', en: 'Show or hide' }[language];

function name() {
  document.querySelectorAll(':is(button, a[href]):not([aria-label])').forEach(control => {
    if (control.innerText.trim() === '') {
      control.setAttribute('aria-label', control.getAttribute('uib-tooltip') || control.title || OTHERWISE);
    }
  });
}

new MutationObserver(name).observe(document.body, { childList: true, subtree: true });
