package vn.plancascade.document;

import java.util.List;
import vn.plancascade.organisation.Actor;

/** What a room's documents say. Each room that has documents answers for its own subjects. */
public interface PaperSource {

    /** @param subject such as {@code subPlan:12} */
    boolean writes(String subject);

    /** Which one of its kind the subject is. */
    static long id(String subject) {
        return Long.parseLong(subject.substring(subject.indexOf(':') + 1));
    }

    /** What has been issued and is to be made here, the newest first; nothing for what was signed outside. */
    List<Edition> issued(String subject);

    /** An edition as it was issued. */
    OfficialDocument write(String subject, int edition);

    /** The edition that a signed copy belongs to which is taken in now: the one to be issued, else the newest. */
    default int inHand(String subject) {
        return 1;
    }

    /** Other subjects whose documents belong to this one as well, such as the letters that chased a duty. */
    default List<String> related(String subject) {
        return List.of();
    }

    /** Whether the actor may read the subject's documents of this edition. */
    boolean mayRead(Actor actor, String subject, int edition);

    /**
     * @param number counts on with each replacement, correction and supplement, from 1
     * @param unitCode whose document it is
     * @param fileName without its ending
     */
    record Edition(int number, DocumentKind kind, String unitCode, String fileName) {}
}
