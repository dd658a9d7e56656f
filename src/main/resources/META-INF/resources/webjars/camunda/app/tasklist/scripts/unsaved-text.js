/*
 * Tasklist leaves a form for another task, or the page, without a word about what was typed and is not saved. Here it asks
 * first, whichever way one leaves.
 */
import language from './language.js';

const QUESTION = {
  vi: 'Nội dung vừa nhập chưa được lưu. Rời khỏi biểu mẫu này thì nội dung đó mất. Vẫn rời đi?',
  en: 'What was typed has not been saved, and is lost if you leave this form. Leave it?'
}[language];
const LEAVING = '.tasks-list .clickable, .unclaim';

let typed = 0;
let kept = 0;

/** How much has been typed by now: what is sent to the server holds that much. */
export const soFar = () => typed;

/** The server has what had been typed by then. */
export const savedUpTo = count => { kept = Math.max(kept, count); };

const note = ({ target }) => {
  if (target.closest?.('.fjs-container')) {
    typed += 1;
  }
};

/** Whether the form may be left; what was typed in it is given up then. */
const mayLeave = () => {
  if (typed > kept && !window.confirm(QUESTION)) {
    return false;
  }
  kept = typed;
  return true;
};

const ask = event => {
  if (!mayLeave()) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }
};

document.addEventListener('input', note, true);
document.addEventListener('change', note, true);
document.addEventListener('click', event => {
  const place = event.target.closest?.(LEAVING);
  if (place && !place.closest('.task.active')) {
    ask(event);
  }
}, true);
document.addEventListener('keydown', event => {
  if (['ArrowUp', 'ArrowDown'].includes(event.key) && event.target.closest?.('.tasks-list')) {
    ask(event);
  }
}, true);
window.addEventListener('beforeunload', event => {
  if (typed > kept) {
    event.preventDefault();
  }
});
