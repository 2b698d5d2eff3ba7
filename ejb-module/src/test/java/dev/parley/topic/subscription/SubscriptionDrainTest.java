package dev.parley.topic.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.message.Address;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import dev.parley.topic.TopicProblems;
import dev.parley.topic.event.StoredEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SubscriptionDrainTest {

    private static final int AT_ONCE = 20;

    private final MemorySubscriptionLog log = new MemorySubscriptionLog();

    /** Nothing is taken. */
    private static final class Full implements EventDelivery {

        @Override
        public Address.Kind kind() {
            return Address.Kind.QUEUE;
        }

        @Override
        public boolean mayRefuse() {
            return true;
        }

        @Override
        public List<@Nullable Problem> deliver(
                Subscription subscription, List<StoredEvent> events, Consumer<Outgoing> post) {
            return Collections.nCopies(events.size(), TopicProblems.topicMissing());
        }
    }

    private void subscribeHolding(String name) {
        SubscriptionDefinition definition = SubscriptionDefinitionReader.read(name, "{\"to\":\"queue:reply.q\"}");
        log.store(SubscriptionState.at(new Subscription(name, 1, "o", definition, Instant.EPOCH, "o"), 0));
        for (long number = 1; number <= SubscriptionTurn.MOST_HELD; number++) {
            log.hold(name, new HeldEvent(number, null, 1, log.now.plus(Duration.ofHours(1)), "full"));
        }
    }

    @Test
    void manyThatOnlyHoldBackLeaveTheEngineInPeace() {
        log.last = 2L * SubscriptionTurn.MOST_HELD;
        for (int i = 0; i < 2 * AT_ONCE; i++) {
            subscribeHolding("t/s" + i);
        }
        SubscriptionDrain drain =
                new SubscriptionDrain(log, Map.of(Address.Kind.QUEUE, new Full()), message -> {}, 100);

        assertThat(drain.run(AT_ONCE)).isEqualTo(AT_ONCE);
        assertThat(drain.run(AT_ONCE)).isEqualTo(AT_ONCE);
        assertThat(drain.run(AT_ONCE)).isZero();
        assertThat(log.claim(1)).isEmpty();
        log.now = log.now.plusSeconds(1);
        assertThat(log.claim(1)).hasSize(1);
    }
}
