// Takes the place of the file of this name in Camunda's webapp.
export default {
  customScripts: ['../tasklist/scripts/one-login'],
  disableWelcomeMessage: true
};
