package vn.plancascade.identity.engineapi;

/** A query that is not passed on to the engine: key of the message bundles and what its places are filled with. */
final class RefusedQuery extends RuntimeException {

    final String key;
    final transient Object[] args;

    RefusedQuery(String key, Object... args) {
        super(key, null, false, false);
        this.key = key;
        this.args = args;
    }
}
