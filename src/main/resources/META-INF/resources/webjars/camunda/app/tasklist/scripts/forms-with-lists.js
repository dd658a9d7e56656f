/**
 * Keeps Tasklist's "Complete" usable for forms with a dynamic list.
 *
 * Tasklist takes a form for invalid as soon as form-js reports a key in its errors. For a field in a dynamic
 * list form-js 1.8.7 leaves an empty entry behind once the field is valid, so "Complete" stays disabled for
 * good, from the moment the form opens. What the person sees is right, so that is asked instead; Tasklist
 * validates once more when it submits, and the server after it.
 */
new MutationObserver(() => {
  document.querySelectorAll('[cam-tasklist-form-camunda]').forEach((element) => {
    const form = window.angular.element(element).controller('camTasklistForm');
    const complete = element.closest('[cam-tasklist-form]')?.querySelector('.form-actions .btn-primary');

    if (form && complete?.disabled && element.querySelector('.fjs-form') && !element.querySelector('.fjs-form-field-error')) {
      form.notifyFormValidated(false);
    }
  });
}).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: [ 'disabled' ] });
