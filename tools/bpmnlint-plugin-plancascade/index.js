/**
 * Ids are a contract here: code, tests, job queries and people's scripts name elements by them.
 * Neither rule is available on npm.
 */
module.exports = {
  configs: {
    recommended: {
      rules: {
        'no-generated-ids': 'error',
        'prefixed-ids': 'error'
      }
    }
  },
  rules: {
    'no-generated-ids': './rules/no-generated-ids',
    'prefixed-ids': './rules/prefixed-ids'
  }
};
