package vn.plancascade.identity.engineapi;

/**
 * How much one query may ask. A condition on a variable is a join, an alternative ({@code orQueries}) is one more of all
 * of them: a few hundred kept PostgreSQL busy for half a minute.
 *
 * @param criteria properties that are set, all alternatives counted together
 * @param variables conditions on variables, all alternatives counted together
 * @param alternatives entries of {@code orQueries}; none has alternatives of its own, but an administrator's
 * @param listed values of one list
 * @param sorted columns to sort by
 * @param text characters of one value
 * @param body bytes of the whole
 */
record QueryBounds(int criteria, int variables, int alternatives, int listed, int sorted, int text, int body) {

    /** Tasklist's search box with everything in it that people put there. */
    static final QueryBounds PEOPLE = new QueryBounds(20, 5, 3, 100, 3, 500, 16 * 1024);

    /** Cockpit's tables, and what an administrator sends by hand: models among it, should they be open. */
    static final QueryBounds ADMINISTRATORS = new QueryBounds(60, 10, 10, 1000, 5, 4000, 256 * 1024);
}
