package dev.parley.engine.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueueWatchTest {

    private static final Duration HALF = QueueWatch.PATIENCE.dividedBy(2);

    private long now;
    private final Taken queue = new Taken();
    private final List<String> begunAgain = new ArrayList<>();
    private final QueueWatch watch = new QueueWatch(() -> List.of(queue), () -> now, begunAgain::add);

    private static final class Taken implements WatchedQueue {
        private int consumers = 4;
        private long ready;
        private int delivering;
        private long taken;

        @Override
        public String name() {
            return "parley.requests";
        }

        @Override
        public int consumers() {
            return consumers;
        }

        @Override
        public long ready() {
            return ready;
        }

        @Override
        public int delivering() {
            return delivering;
        }

        @Override
        public long taken() {
            return taken;
        }
    }

    private void lookAfter(Duration time) {
        now += time.toNanos();
        watch.look();
    }

    @Test
    void anEmptyQueueDoesNotStand() {
        lookAfter(HALF);
        lookAfter(HALF.multipliedBy(10));
        assertThat(watch.standing()).isEmpty();
    }

    @Test
    void aQueueWithoutConsumersStandsUntilThereAreSome() {
        queue.consumers = 0;
        lookAfter(HALF);
        lookAfter(HALF);
        assertThat(watch.standing()).isEmpty();
        lookAfter(HALF);
        assertThat(watch.standing()).containsExactly("parley.requests");
        lookAfter(HALF);
        assertThat(watch.standing()).containsExactly("parley.requests");
        assertThat(begunAgain).hasSize(1);
        lookAfter(HALF);
        assertThat(begunAgain).containsExactly("parley.requests", "parley.requests");
        queue.consumers = 4;
        lookAfter(HALF);
        assertThat(watch.standing()).isEmpty();
        assertThat(begunAgain).hasSize(2);
    }

    @Test
    void aQueueWhoseMessagesNobodyHoldsStands() {
        queue.ready = 1;
        lookAfter(HALF);
        lookAfter(HALF);
        lookAfter(HALF);
        assertThat(watch.standing()).containsExactly("parley.requests");
    }

    @Test
    void aQueueWhoseMessagesTakeLongDoesNotStand() {
        queue.ready = 1000;
        queue.delivering = 4;
        for (int i = 0; i < 10; i++) {
            lookAfter(HALF);
        }
        assertThat(watch.standing()).isEmpty();
    }

    @Test
    void aQueueThatIsSeenBetweenTwoMessagesDoesNotStand() {
        queue.ready = 1000;
        for (int i = 0; i < 10; i++) {
            queue.taken++;
            lookAfter(HALF);
        }
        assertThat(watch.standing()).isEmpty();
    }
}
