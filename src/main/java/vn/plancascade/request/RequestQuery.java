package vn.plancascade.request;

import vn.plancascade.kernel.Names;

/** Filters of the list of requests; null means any. */
public record RequestQuery(RequestState state, String unit, Long plan, Long obligation) {

    public RequestQuery {
        unit = Names.code(unit);
    }
}
