/**
 * Ids are a contract here: code, tests, job queries and people's scripts name elements by them. And a model is read by people.
 * None of these rules is available on npm.
 */
module.exports = {
  configs: {
    recommended: {
      rules: {
        'no-generated-ids': 'error',
        'prefixed-ids': 'error',
        size: 'error'
      }
    }
  },
  rules: {
    'no-generated-ids': './rules/no-generated-ids',
    'prefixed-ids': './rules/prefixed-ids',
    size: './rules/size'
  }
};
