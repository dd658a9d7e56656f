// Replaces the file of the same name in Camunda's web application; the shortcuts are Camunda's own.
import language from './language.js';

/*
 * Tasklist would take the browser's language, and draw before its texts have come. Here it has one language, the person's,
 * and finds the texts where it keeps those of its last visit, before anything is drawn.
 */
const texts = await (await fetch(new URL(`../locales/${language}.json`, import.meta.url))).json();
const kept = JSON.parse(window.localStorage.getItem('camunda-web') || '{}');
const appRoot = document.querySelector('base').getAttribute('app-root');
kept[`${appRoot}/app/tasklist/locales/_locales_data_${language}_${window.bust}`] = JSON.stringify(texts);
window.localStorage.setItem('camunda-web', JSON.stringify(kept));
document.documentElement.lang = language;

export default {
  app: {
    name: texts.labels.TASKLIST_APP,
    vendor: ' '
  },
  dateFormat: {
    normal: 'LLL',
    long: 'LLLL'
  },
  locales: {
    availableLocales: [language],
    fallbackLocale: language
  },
  customScripts: ['scripts/server-drafts', 'scripts/forms-with-lists', 'scripts/named-controls'],
  disableWelcomeMessage: true,

  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'claims the currently selected task'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'set the focus to the first filter in the list'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'sets the focus to the first task in the list'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'sets the focus to the first input field in a task form'
    }
  }
};
