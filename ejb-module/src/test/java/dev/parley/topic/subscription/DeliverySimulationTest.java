package dev.parley.topic.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.message.Address;
import dev.parley.message.CommonProblem;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import dev.parley.topic.event.StoredEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The real rules of delivery under thousands of seeded schedules: subscribers that come late, refuse, stand still and
 * want something again; transactions that roll back; events that are removed when their time is over.
 */
class DeliverySimulationTest {

    private static final int SEEDS = 1_000;
    private static final int STEPS = 60;

    /** What is wrong with a world in which the simulation has to find something. */
    private enum Defect {
        NONE,
        /** What comes behind an event that is held goes ahead. */
        KEYS_ARE_FORGOTTEN,
        /** What waits for an event is not tried when that is delivered. */
        NEXT_IS_NOT_WOKEN,
        /** What was delivered stays delivered when the transaction rolls back. */
        DELIVERY_COMMITS_ALONE,
        /** Retention does not ask whether somebody still wants an event. */
        RETENTION_TAKES_ALL
    }

    /** One world. */
    private static final class World {

        private final Random chance;
        private final Defect defect;
        private MemorySubscriptionLog log;
        private final Map<String, List<Long>> delivered = new LinkedHashMap<>();
        private final Map<String, Long> since = new TreeMap<>();
        private final Set<String> refusing = new HashSet<>();
        private final List<String> trace = new ArrayList<>();
        private final Map<Long, String> keys = new TreeMap<>();

        World(long seed, Defect defect) {
            this.chance = new Random(seed);
            this.defect = defect;
            this.log = fresh();
        }

        private MemorySubscriptionLog fresh() {
            return new MemorySubscriptionLog() {
                @Override
                public Set<String> heldKeys(String subscription) {
                    return defect == Defect.KEYS_ARE_FORGOTTEN ? new HashSet<>() : super.heldKeys(subscription);
                }

                @Override
                public void release(String subscription, HeldEvent event) {
                    boolean wakes = defect != Defect.NEXT_IS_NOT_WOKEN;
                    super.release(
                            subscription, wakes ? event : new HeldEvent(event.number(), null, 0, event.dueAt(), null));
                }
            };
        }

        void live() {
            for (int i = 0; i < STEPS; i++) {
                step(chance.nextInt(12));
            }
            settle();
        }

        private void step(int what) {
            switch (what) {
                case 0, 1, 2, 3 -> publish();
                case 4 -> subscribe();
                case 5 -> refuse();
                case 6 -> pause();
                case 7 -> expire();
                case 8 -> log.now = log.now.plusMillis(chance.nextInt(2_000));
                default -> drain(1 + chance.nextInt(4), chance.nextInt(4) == 0);
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

        private void subscribe() {
            if (log.subscriptions.size() >= 4) {
                return;
            }
            long done = chance.nextBoolean() || log.events.isEmpty() ? log.last : log.events.firstKey() - 1;
            String name = "t/s" + log.subscriptions.size();
            SubscriptionDefinition definition = SubscriptionDefinitionReader.read(
                    name,
                    "{\"to\":\"mailbox:m\",\"retry\":{\"backoff\":\"PT0.5S\",\"maximum\":\"PT1S\"},\"maxDeliveries\":1000}");
            log.store(SubscriptionState.at(new Subscription(name, 1, "o", definition, Instant.EPOCH, "o"), done));
            since.put(name, done);
            delivered.put(name, new ArrayList<>());
            trace.add(name + " from " + done);
        }

        /** For a while a subscriber refuses what is of one key, or of none. */
        private void refuse() {
            String what = "t/s" + chance.nextInt(4) + "/k" + chance.nextInt(3);
            if (!refusing.remove(what)) {
                refusing.add(what);
            }
            trace.add("refusing " + refusing);
        }

        private void pause() {
            List<SubscriptionState> all = List.copyOf(log.subscriptions.values());
            if (!all.isEmpty()) {
                SubscriptionState one = all.get(chance.nextInt(all.size()));
                log.store(one.paused() ? one.resumed() : one.pausedBecause(null));
            }
        }

        /** As the table does it; those that stand still are kept here, so that all can be counted in the end. */
        private void expire() {
            long least = log.subscriptions.values().stream()
                    .mapToLong(SubscriptionState::done)
                    .min()
                    .orElse(0);
            LongStream held =
                    log.held.values().stream().flatMap(h -> h.keySet().stream()).mapToLong(n -> n);
            long keep = Math.min(least, held.min().orElse(Long.MAX_VALUE) - 1);
            log.events
                    .headMap(defect == Defect.RETENTION_TAKES_ALL ? log.last : keep, true)
                    .clear();
        }

        private void drain(int most, boolean rollsBack) {
            MemorySubscriptionLog transaction = log.copyTo(fresh());
            Map<String, List<Long>> now = new LinkedHashMap<>();
            EventDelivery delivery = new Mailboxes(now);
            new SubscriptionDrain(transaction, Map.of(Address.Kind.MAILBOX, delivery), message -> {}, most)
                    .run(1 + chance.nextInt(3));
            trace.add((rollsBack ? "lost " : "") + now);
            if (!rollsBack) {
                log = transaction;
            }
            if (!rollsBack || defect == Defect.DELIVERY_COMMITS_ALONE) {
                now.forEach((name, numbers) -> delivered.get(name).addAll(numbers));
            }
        }

        private final class Mailboxes implements EventDelivery {

            private final Map<String, List<Long>> into;

            Mailboxes(Map<String, List<Long>> into) {
                this.into = into;
            }

            @Override
            public Address.Kind kind() {
                return Address.Kind.MAILBOX;
            }

            @Override
            public boolean mayRefuse() {
                return true;
            }

            @Override
            public List<@Nullable Problem> deliver(
                    Subscription subscription, List<StoredEvent> events, Consumer<Outgoing> post) {
                List<@Nullable Problem> problems = new ArrayList<>();
                for (StoredEvent event : events) {
                    boolean refused = refusing.contains(subscription.name() + "/" + event.key());
                    problems.add(refused ? CommonProblem.EXPIRED.because("not now") : null);
                    if (!refused) {
                        into.computeIfAbsent(subscription.name(), name -> new ArrayList<>())
                                .add(event.number());
                    }
                }
                return problems;
            }
        }

        /** In the end all takes what it gets, and nothing more is lost. */
        private void settle() {
            refusing.clear();
            List.copyOf(log.subscriptions.values()).forEach(one -> log.store(one.resumed()));
            for (int i = 0; i < 200; i++) {
                log.now = log.now.plus(Duration.ofSeconds(2));
                drain(10, false);
            }
        }

        /** What is wrong in the end; null if nothing is. */
        @Nullable
        String wrong() {
            for (Map.Entry<String, List<Long>> each : delivered.entrySet()) {
                String name = each.getKey();
                List<Long> numbers = each.getValue();
                List<Long> wanted = LongStream.rangeClosed(since.get(name) + 1, log.last)
                        .boxed()
                        .toList();
                if (!numbers.stream().sorted().toList().equals(wanted)) {
                    return name + " got " + numbers + " of " + wanted + "\n" + trace;
                }
                String outOfOrder = outOfOrder(numbers);
                if (outOfOrder != null) {
                    return name + " got " + outOfOrder + " out of order: " + numbers + "\n" + trace;
                }
            }
            return null;
        }

        private @Nullable String outOfOrder(List<Long> numbers) {
            Map<String, Long> last = new TreeMap<>();
            for (Long number : numbers) {
                String key = keys.get(number);
                if (key != null && last.getOrDefault(key, 0L) > number) {
                    return key;
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
    void eachEventReachesEachWhoWasThereOnceAndInOrderByKey() {
        assertThat(firstWrong(Defect.NONE)).isNull();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void andWhatIsWrongIsFound(Defect defect) {
        assertThat(firstWrong(defect)).isNotNull();
    }
}
