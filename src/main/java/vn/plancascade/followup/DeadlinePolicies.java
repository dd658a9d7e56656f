package vn.plancascade.followup;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.document.Documents.Upload;
import vn.plancascade.notification.Rung;
import vn.plancascade.notification.Stage.Audience;
import vn.plancascade.notification.Stage.Form;
import vn.plancascade.organisation.Actor;

/**
 * Who is told what on which morning, as a decision table that administrators replace: checked, tried on the duties that are
 * open today, kept by version. All methods throw {@link vn.plancascade.kernel.NotAllowed} for anybody else.
 */
public interface DeadlinePolicies {

    /** All that were ever in force, the present one first; the last is the product's own, version 0. */
    List<Version> versions(Actor actor);

    /**
     * The file as it was sent.
     *
     * @param version null for the one in force
     * @throws vn.plancascade.kernel.NotFound if there is no such version
     */
    String content(Actor actor, Integer version);

    /**
     * What would change if this file were in force; nothing is kept.
     *
     * @throws vn.plancascade.kernel.InvalidInput on {@code file}, with every rule that is no plain one
     */
    Preview tryOut(Actor actor, Upload file);

    /**
     * Puts the file in force, from the next morning's round on.
     *
     * @return what changes
     * @throws vn.plancascade.kernel.InvalidInput as {@link #tryOut}, or if it is the one in force already
     */
    Preview replace(Actor actor, Upload file);

    /**
     * @param uploadedBy login; null for the product's own, as is the moment
     */
    record Version(int version, String fileName, String sha256, String uploadedBy, OffsetDateTime uploadedAt) {}

    /**
     * Old against new on the mornings to come, as far as the duties that are open now go.
     *
     * @param mornings working mornings that were looked at
     * @param duties open duties that were looked at
     * @param changes where the two differ, by morning; empty where nothing does
     */
    record Preview(List<LocalDate> mornings, int duties, List<Change> changes) implements Serializable {}

    /**
     * @param before duties that the rung comes to on this morning by the table in force
     * @param after the same by the new one
     */
    record Change(LocalDate morning, DutyKind kind, Rung rung, Set<Audience> to, Form form, int before, int after)
            implements Serializable {}
}
