package dev.parley.topic.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.message.Address;
import dev.parley.message.CommonProblem;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import dev.parley.topic.event.StoredEvent;
import dev.parley.topic.webhook.CallOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The real rules for deliveries of which it is known only later what came of them, under thousands of seeded schedules:
 * calls that fail, are never answered, are answered late and twice; transactions that roll back; subscriptions that
 * stand still, and are resumed.
 */
class LaterDeliverySimulationTest {

    private static final int SEEDS = 1_000;
    private static final int STEPS = 80;
    private static final int AT_ONCE = 3;
    private static final String NAME = "t/hook";
    private static final Problem NOT_NOW = CommonProblem.EXPIRED.because("not now");

    /** What is wrong with a world in which the simulation has to find something. */
    private enum Defect {
        NONE,
        /** A call that has failed counts as one that has not. */
        FAILURE_IS_SUCCESS,
        /** What is under way is not counted. */
        ROOM_IS_FORGOTTEN,
        /** What is under way does not hold back its key. */
        KEYS_ARE_FORGOTTEN,
        /** Nobody calls again where nobody has told what came of it. */
        SILENCE_IS_SUCCESS
    }

    /** One world. */
    private static final class World implements LaterDelivery {

        private final Random chance;
        private final Defect defect;
        private MemorySubscriptionLog log;
        private final List<Long> planned = new ArrayList<>();
        private final List<Long> underWay = new ArrayList<>();
        private final List<Long> called = new ArrayList<>();
        private final TreeSet<Long> taken = new TreeSet<>();
        private final Map<Long, String> keys = new TreeMap<>();
        private final List<String> trace = new ArrayList<>();
        private @Nullable String tooMany;

        World(long seed, Defect defect) {
            this.chance = new Random(seed);
            this.defect = defect;
            this.log = fresh();
            SubscriptionDefinition definition = SubscriptionDefinitionReader.read(
                    NAME,
                    "{\"to\":\"https://hooks.example.org/\",\"retry\":{\"backoff\":\"PT0.5S\",\"maximum\":\"PT1S\"},\"maxDeliveries\":1000}");
            log.store(SubscriptionState.at(new Subscription(NAME, 1, "o", definition, Instant.EPOCH, "o"), 0));
        }

        private MemorySubscriptionLog fresh() {
            return new MemorySubscriptionLog() {
                @Override
                public int underWay(String subscription) {
                    return defect == Defect.ROOM_IS_FORGOTTEN ? 0 : super.underWay(subscription);
                }

                @Override
                public void hold(String subscription, HeldEvent event) {
                    boolean isLost = defect == Defect.SILENCE_IS_SUCCESS && event.problem() == null;
                    Instant due = isLost ? HeldEvent.WAITS : event.dueAt();
                    String key = defect == Defect.KEYS_ARE_FORGOTTEN ? null : event.key();
                    super.hold(
                            subscription, new HeldEvent(event.number(), key, event.attempts(), due, event.problem()));
                }
            };
        }

        @Override
        public Address.Kind kind() {
            return Address.Kind.WEBHOOK;
        }

        @Override
        public boolean mayRefuse() {
            return true;
        }

        @Override
        public int atOnce(Subscription subscription) {
            return AT_ONCE;
        }

        @Override
        public Duration within() {
            return Duration.ofSeconds(3);
        }

        @Override
        public List<@Nullable Problem> deliver(
                Subscription subscription, List<StoredEvent> events, Consumer<Outgoing> post) {
            events.forEach(event -> planned.add(event.number()));
            return Collections.nCopies(events.size(), null);
        }

        void live() {
            for (int i = 0; i < STEPS; i++) {
                step(chance.nextInt(12));
            }
            settleAll();
        }

        private void step(int what) {
            switch (what) {
                case 0, 1, 2 -> publish();
                case 3, 4, 5 -> answer(chance.nextInt(6));
                case 6 -> pause();
                case 7 -> log.now = log.now.plusMillis(chance.nextInt(3_000));
                default -> drain(1 + chance.nextInt(5), chance.nextInt(4) == 0);
            }
        }

        private void publish() {
            long number = ++log.last;
            String key = chance.nextInt(4) == 0 ? null : "k" + chance.nextInt(3);
            if (key != null) {
                keys.put(number, key);
            }
            log.events.put(
                    number, new StoredEvent("t", number, "e" + number, "t", "/s", key, Map.of(), "{}", log.now, 0));
        }

        private void pause() {
            SubscriptionState hook = log.subscriptions.get(NAME);
            log.store(hook.paused() ? hook.resumed() : hook.pausedBecause(null));
        }

        /** A receiver takes what it is called with, or not; and somebody is told of it, or not. */
        private void answer(int how) {
            if (underWay.isEmpty()) {
                return;
            }
            Long number = underWay.remove(chance.nextInt(underWay.size()));
            trace.add(number + " " + how);
            if (how < 3) {
                taken.add(number);
            }
            if (how == 0 || how == 5) {
                return; // lost on its way back, or never made
            }
            settle(number, how < 3 ? new CallOutcome.Delivered() : notTaken(how));
            if (chance.nextInt(5) == 0) {
                settle(number, notTaken(3)); // an attempt before it is late
            }
        }

        private CallOutcome notTaken(int how) {
            if (defect == Defect.FAILURE_IS_SUCCESS) {
                return new CallOutcome.Delivered();
            }
            return how == 3
                    ? new CallOutcome.Failed(NOT_NOW, chance.nextBoolean() ? null : log.now.plusSeconds(2))
                    : new CallOutcome.Ended(NOT_NOW);
        }

        private void settle(Long number, CallOutcome outcome) {
            new SubscriptionSettlement(log, message -> {}).settle(NAME, Map.of(number, outcome));
        }

        private void drain(int most, boolean rollsBack) {
            planned.clear();
            MemorySubscriptionLog transaction = log.copyTo(fresh());
            new SubscriptionDrain(transaction, Map.of(Address.Kind.WEBHOOK, this), message -> {}, most).run(1);
            trace.add((rollsBack ? "lost " : "") + planned);
            if (rollsBack) {
                return;
            }
            log = transaction;
            underWay.addAll(planned);
            called.addAll(planned);
            if (planned.size() > AT_ONCE) {
                tooMany = planned + " at once";
            }
        }

        /** In the end each call is answered at once with success. */
        private void settleAll() {
            underWay.clear();
            for (int i = 0; i < 400; i++) {
                log.store(log.subscriptions.get(NAME).resumed());
                log.now = log.now.plus(Duration.ofSeconds(2));
                drain(10, false);
                while (!underWay.isEmpty()) {
                    Long number = underWay.remove(0);
                    taken.add(number);
                    settle(number, new CallOutcome.Delivered());
                }
            }
        }

        /** What is wrong in the end; null if nothing is. */
        @Nullable
        String wrong() {
            List<Long> wanted = LongStream.rangeClosed(1, log.last).boxed().toList();
            if (!List.copyOf(taken).equals(wanted)) {
                return "taken: " + taken + " of " + wanted + "\n" + trace;
            }
            if (log.subscriptions.get(NAME).delivered() != wanted.size() || log.held(NAME) > 0) {
                return "counted: " + log.subscriptions.get(NAME) + " of " + wanted + "\n" + trace;
            }
            return tooMany == null ? outOfOrder() : tooMany;
        }

        private @Nullable String outOfOrder() {
            Map<String, Long> last = new TreeMap<>();
            for (Long number : called) {
                String key = keys.get(number);
                if (key != null && last.getOrDefault(key, 0L) > number) {
                    return key + " out of order: " + called + "\n" + trace;
                }
                if (key != null) {
                    last.put(key, number);
                }
            }
            return null;
        }
    }

    private static @Nullable String firstWrong(Defect defect) {
        for (long seed = 0; seed < SEEDS; seed++) {
            World world = new World(seed, defect);
            world.live();
            String wrong = world.wrong();
            if (wrong != null) {
                return "seed " + seed + ": " + wrong;
            }
        }
        return null;
    }

    @Test
    void eachEventIsTakenAtLeastOnceCountedOnceAndInOrderByKey() {
        assertThat(firstWrong(Defect.NONE)).isNull();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void andWhatIsWrongIsFound(Defect defect) {
        assertThat(firstWrong(defect)).isNotNull();
    }
}
