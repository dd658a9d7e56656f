package vn.plancascade.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@Tag("quick")
class PeopleFirstTest {

    private final PeopleFirst people = new PeopleFirst();

    @Test
    void workGoesOnThoughSomebodysPageNeverEnds() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        AtomicBoolean answered = new AtomicBoolean();
        CompletableFuture<Void> page = CompletableFuture.runAsync(() -> answer(() -> {
            asked.countDown();
            end.await();
            answered.set(true);
        }));
        asked.await();

        people.giveWay();

        assertThat(answered).isFalse();
        end.countDown();
        page.get();
    }

    @Test
    void aPageThatFailsHoldsNothingUpAfterwards() {
        try {
            answer(() -> {
                throw new IllegalStateException("the page's own");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("the page's own");
        }
        assertThat(people.anyPage(System.nanoTime())).isFalse();
    }

    private interface Page {
        void show() throws Exception;
    }

    private void answer(Page page) {
        try {
            people.doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), (request, response) -> {
                try {
                    page.show();
                } catch (RuntimeException own) {
                    throw own;
                } catch (Exception checked) {
                    throw new AssertionError(checked);
                }
            });
        } catch (java.io.IOException | jakarta.servlet.ServletException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
