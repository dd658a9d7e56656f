/*
 * The rows of a form that are answered one at a time: the list of them at one side, the row that is being answered at the
 * other. On a phone, in print and without this script they stand one below the other.
 */
document.querySelectorAll('[data-scripted]').forEach((part) => { part.hidden = false; });

const wide = window.matchMedia('(min-width: 60.01rem)');
const editors = [...document.querySelectorAll('.editor')];

const show = (editor, row) => {
  editor.querySelectorAll('.row').forEach((one) => one.classList.toggle('shown', one === row));
  editor.querySelectorAll('.editor-list a').forEach((link) => {
    if (decodeURIComponent(link.hash) === `#${row.id}`) {
      link.setAttribute('aria-current', 'true');
    } else {
      link.removeAttribute('aria-current');
    }
  });
};

/* Whatever leads to a field shows its row and goes into it. */
const goTo = (id) => {
  const target = document.getElementById(id);
  const row = target?.closest('.editor .row');
  if (row) {
    show(row.closest('.editor'), row);
  }
  if (target?.matches('.row')) {
    target.querySelector('input, textarea, select')?.focus({ preventScroll: wide.matches });
  } else {
    const field = target?.matches('fieldset') ? target.querySelector('input') : target;
    field?.focus();
  }
  return target;
};

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[href^="#"]');
  if (link && goTo(decodeURIComponent(link.hash.slice(1))) && link.closest('.editor-list') && wide.matches) {
    event.preventDefault();
  }
  const turn = event.target.closest?.('[data-turn]');
  if (turn) {
    const row = turn.closest('.row');
    const next = turn.dataset.turn === '1' ? row.nextElementSibling : row.previousElementSibling;
    goTo(next.id);
    next.scrollIntoView({ block: 'nearest' });
  }
});

editors.forEach((editor) => {
  editor.classList.add('one-by-one');
  const wrong = editor.querySelector('.row:has([aria-invalid=true], .error)');
  show(editor, wrong ?? editor.querySelector('.row:has(.mark.open)') ?? editor.querySelector('.row'));
});
if (location.hash) {
  goTo(decodeURIComponent(location.hash.slice(1)));
}

/* The document beside says what is saved; where it cannot be had, what stands there stays. */
const previewed = document.querySelector('[data-preview]');
const preview = async () => {
  try {
    const answer = await fetch(previewed.dataset.preview, { redirect: 'manual' });
    if (answer.ok) {
      const paper = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('.paper');
      previewed.querySelector('.paper').replaceChildren(...paper.childNodes);
    }
  } catch { /* without a network the next saving tries again */ }
};

document.querySelector('form.task')?.addEventListener('task:saved', ({ detail }) => {
  if (previewed && getComputedStyle(previewed).display !== 'none') {
    preview();
  }
  Object.entries(detail.sections ?? {}).forEach(([name, mark]) => {
    document.querySelectorAll(`[data-section-mark="${CSS.escape(name)}"]`).forEach((place) => {
      place.className = `mark ${mark}`;
      place.firstElementChild.textContent = { good: '✓', open: '!', none: '○' }[mark];
    });
  });
  Object.entries(detail.progress ?? {}).forEach(([list, { text, marks, words }]) => {
    document.querySelectorAll(`[data-progress="${CSS.escape(list)}"]`).forEach((place) => { place.textContent = text; });
    marks.forEach((mark, n) => {
      document.querySelectorAll(`[data-mark="${CSS.escape(`${list}[${n}]`)}"]`).forEach((place) => {
        place.className = `mark ${mark}`;
        place.firstElementChild.textContent = { good: '✓', open: '!', none: '○' }[mark];
        place.lastElementChild.textContent = words[mark];
      });
    });
  });
});
