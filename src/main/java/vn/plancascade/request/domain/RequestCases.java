package vn.plancascade.request.domain;

import java.util.Optional;
import vn.plancascade.organisation.Actor;
import vn.plancascade.request.ExtensionRequest;

/** The processes that carry requests; the engine's side answers. */
public interface RequestCases {

    /** @param issuer code of the body whose leaders decide beyond the limit */
    void open(ExtensionRequest request, String issuer);

    /** There is nothing left to decide about the duty. */
    void over(long obligation);

    /** The id of the task in which the actor may decide about the duty. */
    Optional<String> task(Actor actor, long obligation);
}
