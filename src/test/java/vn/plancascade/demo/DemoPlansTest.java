package vn.plancascade.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.plancascade.kernel.Page;
import vn.plancascade.organisation.Actor;
import vn.plancascade.plan.DraftPlans;
import vn.plancascade.plan.NationalPlan;
import vn.plancascade.plan.NationalPlans;
import vn.plancascade.plan.PlanState;

/** The sample's plan of the next year goes on from that of the year before, where there still is one. */
@Tag("quick")
class DemoPlansTest {

    private final NationalPlans plans = mock(NationalPlans.class);
    private final DraftPlans drafts = mock(DraftPlans.class);
    private final Actor drafter = mock(Actor.class);
    private final DemoPlans samples =
            new DemoPlans(plans, drafts, Clock.fixed(Instant.parse("2024-03-01T01:00:00Z"), ZoneOffset.UTC));

    @Test
    void theNextYearsPlanFollowsTheFirstOneOfTheYearBefore() {
        known(plan(7, null), plan(3, null));
        when(drafts.following(eq(drafter), eq(3L), any())).thenReturn(plan(9, 3L));
        assertThat(samples.begin(drafter, "nextYear").copiedFrom()).isEqualTo(3L);
    }

    @Test
    void withoutOneItBeginsByItself() {
        known();
        when(plans.create(eq(drafter), any())).thenReturn(plan(9, null));
        assertThat(samples.begin(drafter, "nextYear").copiedFrom()).isNull();
    }

    private void known(NationalPlan... all) {
        when(plans.visibleTo(eq(drafter), eq(null), eq(2023), any()))
                .thenReturn(new Page<>(List.of(all), 0, all.length, all.length));
    }

    private static NationalPlan plan(long id, Long from) {
        return new NationalPlan(id, "BYT", PlanState.issued, null, Instant.EPOCH, null, null, null, from, "case");
    }
}
