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
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The real rules of delivery to subscribers that come, go and come again, want again what they had, stand still, and
 * give up after a few deliveries in each of the ways that there are.
 */
class ComingAndGoingSimulationTest {

    private static final int SEEDS = 1_000;
    private static final int STEPS = 80;
    private static final int MOST_DELIVERIES = 2;

    /** What is wrong with a world in which the simulation has to find something. */
    private enum Defect {
        NONE,
        /** Who is given up is not said to be. */
        DROPPED_IN_SILENCE,
        /** A subscription that is to stand still gives up instead. */
        PAUSE_IS_DROP,
        /** Who comes again begins where the one before has ended. */
        COMES_BACK_BEHIND,
        /** What is delivered again moves on what is delivered. */
        REPLAY_MOVES_ON,
        /** What is held and delivered again waits for nobody, for ever. */
        HELD_ONES_ARE_FORGOTTEN
    }

    /** One subscriber, from when it comes until it goes. */
    private static final class Subscriber {

        private final OnExhausted onExhausted;
        private final long since;
        private final Map<Long, Integer> wantedAgain = new TreeMap<>();
        private List<Long> delivered = new ArrayList<>();
        private long until = Long.MAX_VALUE;
        private long parked;

        Subscriber(OnExhausted onExhausted, long since) {
            this.onExhausted = onExhausted;
            this.since = since;
        }
    }

    /** One world. */
    private static final class World {

        private final Random chance;
        private final Defect defect;
        private MemorySubscriptionLog log = new MemorySubscriptionLog();
        private final Map<String, Subscriber> there = new TreeMap<>();
        private final List<String> wrong = new ArrayList<>();
        private final Set<String> refusing = new HashSet<>();
        private final Map<Long, String> keys = new HashMap<>();
        private final List<String> trace = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();

        World(long seed, Defect defect) {
            this.chance = new Random(seed);
            this.defect = defect;
        }

        void live() {
            for (int i = 0; i < STEPS; i++) {
                step(chance.nextInt(16));
            }
            settle();
            List.copyOf(there.keySet()).forEach(name -> judge(name, log.subscriptions.get(name)));
        }

        private void step(int what) {
            String name = "t/s" + chance.nextInt(4);
            switch (what) {
                case 0, 1, 2, 3 -> publish();
                case 4, 5 -> come(name);
                case 6 -> go(name);
                case 7, 8 -> refuse(name);
                case 9 -> pauseOrResume(name);
                case 10 -> again(name);
                case 11 -> log.now = log.now.plusMillis(chance.nextInt(2_000));
                default -> drain(1 + chance.nextInt(4), chance.nextInt(4) == 0);
            }
        }

        private void publish() {
            long number = ++log.last;
            String key = chance.nextInt(4) == 0 ? null : "k" + chance.nextInt(2);
            if (key != null) {
                keys.put(number, key);
            }
            log.events.put(
                    number, new StoredEvent("t", number, "e" + number, "t", "/s", key, Map.of(), "{}", log.now, 0));
        }

        private void come(String name) {
            if (there.containsKey(name)) {
                return;
            }
            OnExhausted onExhausted = List.of(OnExhausted.values()).get(chance.nextInt(OnExhausted.values().length));
            SubscriptionDefinition definition = SubscriptionDefinitionReader.read(
                    name,
                    "{\"to\":\"mailbox:m\",\"retry\":{\"backoff\":\"PT0.5S\",\"maximum\":\"PT1S\"},\"maxDeliveries\":"
                            + MOST_DELIVERIES + ",\"onExhausted\":\"" + onExhausted.label() + "\"}");
            long since = chance.nextBoolean() ? log.last : 0;
            long begins = defect == Defect.COMES_BACK_BEHIND ? Math.min(log.last, since + 1) : since;
            log.store(Standing.at(new Subscription(name, 1, "o", definition, Instant.EPOCH, "o"), begins));
            there.put(name, new Subscriber(onExhausted, since));
            trace.add(name + " comes, " + onExhausted + ", behind " + since);
        }

        /** What is held for it goes with it. */
        private void go(String name) {
            if (there.containsKey(name)) {
                Standing last = log.subscriptions.remove(name);
                there.get(name).until = last.done();
                trace.add(name + " goes at " + last.done());
                Set<Long> held = Set.copyOf(log.heldOf(name).keySet());
                log.held.remove(name);
                log.putOff.remove(name);
                judge(name, last, held);
                seen.add("gone");
            }
        }

        /** For a while a subscriber refuses what is of one key. */
        private void refuse(String name) {
            String what = name + "/k" + chance.nextInt(2);
            if (!refusing.remove(what)) {
                refusing.add(what);
            }
            trace.add("refusing " + refusing);
        }

        private void pauseOrResume(String name) {
            Standing one = log.subscriptions.get(name);
            if (one != null) {
                log.store(one.paused() ? one.resumed() : one.pausedBecause(null));
                trace.add(name + (one.paused() ? " goes on" : " stands still"));
            }
        }

        /** As it is asked for over HTTP: not further than it has looked. */
        private void again(String name) {
            Standing one = log.subscriptions.get(name);
            if (one == null || one.done() == 0) {
                return;
            }
            long behind = chance.nextInt((int) one.done());
            long to = behind + 1 + chance.nextInt((int) (one.done() - behind));
            for (long number = behind + 1; number <= to; number++) {
                there.get(name).wantedAgain.merge(number, 1, Integer::sum);
            }
            log.store(one.replaying(behind, to));
            trace.add(name + " again " + (behind + 1) + " to " + to);
            seen.add("again");
        }

        private void drain(int most, boolean rollsBack) {
            MemorySubscriptionLog transaction = log.copyTo(fresh());
            Map<String, List<Long>> now = new TreeMap<>();
            Map<String, Long> parked = new TreeMap<>();
            Consumer<Outgoing> post =
                    message -> parked.merge("t/" + message.properties().get("Subscription"), 1L, Long::sum);
            new SubscriptionDrain(transaction, Map.of(Address.Kind.MAILBOX, new Mailboxes(now)), post, most)
                    .run(1 + chance.nextInt(3));
            trace.add((rollsBack ? "lost " : "") + now);
            if (!rollsBack) {
                tamper(transaction);
                log = transaction;
                now.forEach((name, numbers) -> there.get(name).delivered.addAll(numbers));
                parked.forEach((name, count) -> there.get(name).parked += count);
            }
        }

        private MemorySubscriptionLog fresh() {
            return new MemorySubscriptionLog() {
                @Override
                public List<HeldEvent> held(String subscription, Collection<Long> numbers) {
                    return defect == Defect.HELD_ONES_ARE_FORGOTTEN ? List.of() : super.held(subscription, numbers);
                }
            };
        }

        private void tamper(MemorySubscriptionLog transaction) {
            for (Standing one : List.copyOf(transaction.subscriptions.values())) {
                String name = one.subscription().name();
                Standing before = log.subscriptions.get(name);
                if (defect == Defect.DROPPED_IN_SILENCE && one.dropped() > before.dropped()) {
                    transaction.subscriptions.put(name, with(one, one.done(), before.dropped()));
                }
                if (defect == Defect.REPLAY_MOVES_ON && before.replays() && one.replayDone() > before.replayDone()) {
                    transaction.subscriptions.put(name, with(one, log.last, one.dropped()));
                }
                if (defect == Defect.PAUSE_IS_DROP && one.paused() && !before.paused()) {
                    transaction.held.remove(name);
                }
            }
        }

        private static Standing with(Standing one, long done, long dropped) {
            return new Standing(
                    one.subscription(),
                    done,
                    one.replayDone(),
                    one.replayTo(),
                    one.paused(),
                    one.reason(),
                    one.delivered(),
                    one.parked(),
                    dropped,
                    one.missed());
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

        /** In the end all takes what it gets, nothing more is lost, and who stands still goes on. */
        private void settle() {
            refusing.clear();
            for (int i = 0; i < 200; i++) {
                List.copyOf(log.subscriptions.values()).stream()
                        .filter(Standing::paused)
                        .forEach(one -> log.store(one.resumed()));
                log.now = log.now.plus(Duration.ofSeconds(2));
                drain(10, false);
            }
        }

        private void judge(String name, Standing last) {
            if (!log.heldOf(name).isEmpty() || last.done() != log.last || last.replays()) {
                wrong.add(name + " is not done: " + last + ", held " + log.heldOf(name));
            }
            judge(name, last, Set.of());
        }

        /** Each event that it has looked at was delivered, parked, dropped or is held. */
        private void judge(String name, Standing last, Set<Long> held) {
            Subscriber one = there.remove(name);
            long givenUp = last.parked() + last.dropped();
            long never = 0;
            for (long number = one.since + 1; number <= Math.min(one.until, last.done()); number++) {
                long event = number;
                long times =
                        one.delivered.stream().filter(each -> each == event).count();
                int most = 1 + one.wantedAgain.getOrDefault(number, 0);
                never += times == 0 && !held.contains(number) ? 1 : 0;
                if (times > most) {
                    wrong.add(name + " got " + number + " " + times + " times: " + one.delivered);
                }
            }
            if (never > givenUp || (givenUp > 0 && one.onExhausted == OnExhausted.PAUSE)) {
                wrong.add(name + " never got " + never + ", and " + givenUp + " were given up: " + one.delivered);
            }
            if (last.parked() != one.parked || last.delivered() != one.delivered.size()) {
                wrong.add(name + " counts what was not: " + last + ", parked " + one.parked);
            }
            if (one.wantedAgain.isEmpty() && !isInOrder(one.delivered)) {
                wrong.add(name + " got " + one.delivered + " out of order");
            }
            seen.add(one.onExhausted + (last.parked() > 0 ? " parked" : "") + (last.dropped() > 0 ? " dropped" : ""));
        }

        private boolean isInOrder(List<Long> numbers) {
            Map<String, Long> last = new TreeMap<>();
            for (Long number : numbers) {
                String key = keys.get(number);
                if (key != null && last.getOrDefault(key, 0L) > number) {
                    return false;
                }
                if (key != null) {
                    last.put(key, number);
                }
            }
            return true;
        }
    }

    private static @Nullable String firstWrong(Defect defect, Set<String> seen) {
        for (long seed = 0; seed < SEEDS; seed++) {
            World world = new World(seed, defect);
            world.live();
            seen.addAll(world.seen);
            if (!world.wrong.isEmpty()) {
                return "seed " + seed + ": " + world.wrong + "\n" + String.join("\n", world.trace);
            }
        }
        return null;
    }

    @Test
    void eachGetsWhatItWasThereForOrIsToldThatItWasGivenUp() {
        Set<String> seen = new HashSet<>();
        assertThat(firstWrong(Defect.NONE, seen)).isNull();
        assertThat(seen).as("what comes up").contains("gone", "again", "PARK parked", "DROP dropped", "PAUSE");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void andWhatIsWrongIsFound(Defect defect) {
        assertThat(firstWrong(defect, new HashSet<>())).isNotNull();
    }
}
