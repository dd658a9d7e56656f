package vn.plancascade.plan.domain;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import vn.plancascade.plan.AmendmentContent;
import vn.plancascade.plan.PlanContent;
import vn.plancascade.worklist.FormData;

/**
 * Plans as they were read from their stored text. Every step of every unit looks at its plan, whose text hardly ever changes
 * and is long: a few are kept, by the text itself, so that a changed plan is simply another one.
 */
final class PlanContents {

    private static final LoadingCache<String, PlanContent> READ =
            Caffeine.newBuilder().maximumSize(20).build(text -> FormData.read(text, PlanContent.class));

    private static final LoadingCache<String, AmendmentContent> AMENDED =
            Caffeine.newBuilder().maximumSize(20).build(text -> FormData.read(text, AmendmentContent.class));

    private PlanContents() {}

    static AmendmentContent amended(String stored) {
        return AMENDED.get(stored);
    }

    static PlanContent read(String stored) {
        return READ.get(stored);
    }
}
