/*
 * Evidence is added and taken away without leaving the page: what was typed stays where it is. Only the part of the page
 * that the files stand in comes back. Without this script the same forms answer with the whole page.
 */
const beside = (place) => document.querySelectorAll('[data-evidence-of]').forEach((list) => {
  const links = [...place.querySelectorAll(`[data-item="${CSS.escape(list.dataset.evidenceOf)}"] > a`)];
  list.replaceChildren(...links.map((link) => {
    const one = document.createElement('li');
    one.append(link.cloneNode(true));
    return one;
  }));
});

document.addEventListener('submit', async (event) => {
  const { target: form, submitter } = event;
  if (!form.matches('[data-evidence-form]')) {
    return;
  }
  event.preventDefault();
  const place = submitter.closest('.evidence');
  const said = place.querySelector('.said');
  const body = new FormData(form, submitter);
  said.textContent = form.dataset.sending ?? '';
  place.querySelectorAll('button').forEach((button) => { button.disabled = true; });
  try {
    const answer = await fetch(submitter.getAttribute('formaction') ?? form.action, {
      method: 'POST', body, headers: { 'X-Page-Part': 'true' }, redirect: 'manual',
    });
    if (answer.ok || answer.status === 409 || answer.status === 422) {
      const part = document.createElement('template');
      part.innerHTML = await answer.text();
      const fresh = part.content.querySelector('.evidence');
      if (fresh) {
        place.replaceWith(fresh);
        beside(fresh);
        fresh.querySelector('.said').tabIndex = -1;
        fresh.querySelector('.said').focus();
        return;
      }
    }
    if (answer.type === 'opaqueredirect' || [401, 403].includes(answer.status)) {
      document.querySelector('form.task').dispatchEvent(new CustomEvent('task:ended'));
    }
    said.textContent = form.dataset.failed;
  } catch {
    said.textContent = form.dataset.failed;
  }
  place.querySelectorAll('button').forEach((button) => { button.disabled = false; });
});
