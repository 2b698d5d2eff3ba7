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
import java.util.HashSet;
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
 * The real rules of delivery to subscribers that come, go and come again, want again what they had, stand still, and
 * give up after a few deliveries in each of the ways that there are; of events whose publishers crash, and that are
 * removed at any moment when their time is over.
 */
class ComingAndGoingSimulationTest {

    private static final int SEEDS = 1_000;
    private static final int STEPS = 100;
    private static final int MOST_DELIVERIES = 2;
    private static final Duration RETENTION = Duration.ofSeconds(2);

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
        HELD_ONES_ARE_FORGOTTEN,
        /** Who comes gets what was published before, and had no number yet. */
        NOT_NUMBERED_FOR_WHO_COMES,
        /** What is held for who goes is held for who comes under its name. */
        COMES_TO_WHAT_WAS_HELD,
        /** What is delivered goes also to who stands still. */
        NOBODY_STANDS_STILL,
        /** Who stood still goes on with what comes then. */
        GOES_ON_BEHIND,
        /** Retention does not ask whether somebody still wants an event. */
        RETENTION_TAKES_ALL,
        /** Who stood still too long is not told what it has missed. */
        MISSED_IN_SILENCE
    }

    /** One subscriber, from when it comes until it goes. */
    private static final class Subscriber {

        private final OnExhausted onExhausted;
        private final long since;
        private final Set<String> before;
        private final Map<Long, Integer> wantedAgain = new TreeMap<>();
        private final Set<Long> removed = new HashSet<>();
        private final List<Long> delivered = new ArrayList<>();
        private long until = Long.MAX_VALUE;
        private long parked;

        Subscriber(OnExhausted onExhausted, long since, Set<String> before) {
            this.onExhausted = onExhausted;
            this.since = since;
            this.before = before;
        }

        private boolean mayNotHave(long number, String id) {
            return !wantedAgain.containsKey(number) && (number <= since || before.contains(id));
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
        private final SimulatedPublishers publishers;
        private final List<String> trace = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();

        World(long seed, Defect defect, SimulatedPublishers.Defect published) {
            this.chance = new Random(seed);
            this.defect = defect;
            this.publishers = new SimulatedPublishers(chance, published);
        }

        void live() {
            for (int i = 0; i < STEPS; i++) {
                step(chance.nextInt(20));
            }
            settle();
            wrong.addAll(publishers.wrong(log));
            List.copyOf(there.keySet()).forEach(name -> judge(name, log.subscriptions.get(name)));
        }

        private void step(int what) {
            String name = "t/s" + chance.nextInt(4);
            switch (what) {
                case 0, 1, 2, 3, 4 -> trace.add(publishers.step(log));
                case 5, 6 -> come(name);
                case 7 -> go(name);
                case 8, 9 -> refuse(name);
                case 10 -> pauseOrResume(name);
                case 11 -> again(name);
                case 12 -> log.now = log.now.plusMillis(chance.nextInt(2_000));
                case 13 -> expire();
                default -> drain(1 + chance.nextInt(4), chance.nextInt(4) == 0);
            }
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
            if (defect != Defect.NOT_NUMBERED_FOR_WHO_COMES) {
                publishers.number(log);
            }
            boolean fromNow = chance.nextBoolean() || log.events.isEmpty();
            long since = fromNow ? log.last : log.events.firstKey() - 1;
            long begins = defect == Defect.COMES_BACK_BEHIND ? Math.min(log.last, since + 1) : since;
            log.store(SubscriptionState.at(new Subscription(name, 1, "o", definition, Instant.EPOCH, "o"), begins));
            Subscriber comes = new Subscriber(onExhausted, since, fromNow ? publishers.committed() : Set.of());
            // Who begins in the past may find that something of it is not there any more
            LongStream.rangeClosed(since + 1, log.last)
                    .filter(number -> !log.events.containsKey(number))
                    .forEach(comes.removed::add);
            there.put(name, comes);
            trace.add(name + " comes, " + onExhausted + ", behind " + since);
        }

        /** What is held for it goes with it. */
        private void go(String name) {
            if (there.containsKey(name)) {
                SubscriptionState last = log.subscriptions.remove(name);
                there.get(name).until = last.done();
                trace.add(name + " goes at " + last.done());
                Set<Long> held = Set.copyOf(log.heldOf(name).keySet());
                if (defect != Defect.COMES_TO_WHAT_WAS_HELD) {
                    log.held.remove(name);
                }
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
            SubscriptionState one = log.subscriptions.get(name);
            if (one != null) {
                trace.add(name + (one.paused() ? " goes on" : " stands still"));
                if (one.paused()) {
                    resume(one);
                } else {
                    log.store(one.pausedBecause(null));
                }
            }
        }

        /** What was tried is tried anew, as when it is asked for over HTTP. */
        private void resume(SubscriptionState one) {
            String name = one.subscription().name();
            log.heldOf(name)
                    .replaceAll((number, held) -> held.dueAt().equals(HeldEvent.WAITS)
                            ? held
                            : new HeldEvent(number, held.key(), 0, log.now, held.problem()));
            SubscriptionState resumed = one.resumed();
            log.store(defect == Defect.GOES_ON_BEHIND ? with(resumed, log.last, one.dropped(), one.missed()) : resumed);
        }

        /** As the table does it: those stay that somebody has to get, unless it stands still. */
        private void expire() {
            for (StoredEvent event : List.copyOf(log.events.values())) {
                boolean isOver = !event.publishedAt().plus(RETENTION).isAfter(log.now);
                boolean isWanted = log.subscriptions.values().stream()
                        .anyMatch(one -> !one.paused() && isToGet(one, event.number()));
                if (isOver && (!isWanted || defect == Defect.RETENTION_TAKES_ALL)) {
                    log.events.remove(event.number());
                    log.subscriptions.values().stream()
                            .filter(one -> one.paused() && isToGet(one, event.number()))
                            .forEach(one ->
                                    there.get(one.subscription().name()).removed.add(event.number()));
                    trace.add(event.number() + " is removed");
                }
            }
        }

        private boolean isToGet(SubscriptionState one, long number) {
            return one.done() < number || log.heldOf(one.subscription().name()).containsKey(number);
        }

        /** As it is asked for over HTTP: not further than it has looked. */
        private void again(String name) {
            SubscriptionState one = log.subscriptions.get(name);
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
            if (chance.nextInt(4) > 0) {
                publishers.number(log);
            }
            MemorySubscriptionLog transaction = log.copyTo(fresh());
            Map<String, List<Long>> now = new TreeMap<>();
            Map<String, Long> parked = new TreeMap<>();
            Consumer<Outgoing> post =
                    message -> parked.merge("t/" + message.properties().get("Subscription"), 1L, Long::sum);
            new SubscriptionDrain(transaction, Map.of(Address.Kind.MAILBOX, new Mailboxes(now)), post, most)
                    .run(1 + chance.nextInt(3));
            trace.add((rollsBack ? "lost " : "") + now);
            now.keySet().stream()
                    .filter(name -> log.subscriptions.get(name).paused())
                    .forEach(name -> wrong.add(name + " gets something while it stands still"));
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

                @Override
                public List<SubscriptionState> claim(List<String> names) {
                    return defect == Defect.NOBODY_STANDS_STILL
                            ? List.copyOf(subscriptions.values())
                            : super.claim(names);
                }
            };
        }

        private void tamper(MemorySubscriptionLog transaction) {
            for (SubscriptionState one : List.copyOf(transaction.subscriptions.values())) {
                String name = one.subscription().name();
                SubscriptionState before = log.subscriptions.get(name);
                if (defect == Defect.DROPPED_IN_SILENCE && one.dropped() > before.dropped()) {
                    transaction.subscriptions.put(name, with(one, one.done(), before.dropped(), one.missed()));
                }
                if (defect == Defect.REPLAY_MOVES_ON && before.replays() && one.replayDone() > before.replayDone()) {
                    transaction.subscriptions.put(name, with(one, log.last, one.dropped(), one.missed()));
                }
                if (defect == Defect.MISSED_IN_SILENCE && one.missed() > before.missed()) {
                    transaction.subscriptions.put(name, with(one, one.done(), one.dropped(), before.missed()));
                }
                if (defect == Defect.PAUSE_IS_DROP && one.paused() && !before.paused()) {
                    transaction.held.remove(name);
                }
            }
        }

        private static SubscriptionState with(SubscriptionState one, long done, long dropped, long missed) {
            return new SubscriptionState(
                    one.subscription(),
                    done,
                    one.replayDone(),
                    one.replayTo(),
                    one.paused(),
                    one.reason(),
                    one.delivered(),
                    one.parked(),
                    dropped,
                    missed);
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
            publishers.settle(log);
            for (int i = 0; i < 200; i++) {
                List.copyOf(log.subscriptions.values()).stream()
                        .filter(SubscriptionState::paused)
                        .forEach(this::resume);
                log.now = log.now.plus(Duration.ofSeconds(2));
                drain(10, false);
            }
        }

        private void judge(String name, SubscriptionState last) {
            if (!log.heldOf(name).isEmpty() || last.done() != log.last || last.replays()) {
                wrong.add(name + " is not done: " + last + ", held " + log.heldOf(name));
            }
            if (last.missed() != there.get(name).removed.size()) {
                wrong.add(name + " missed " + there.get(name).removed + ", and " + last.missed() + " are counted");
            }
            judge(name, last, Set.of());
        }

        /** Each event that it has looked at was delivered, parked, dropped, is held, or was removed too early. */
        private void judge(String name, SubscriptionState last, Set<Long> held) {
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
            if (never > givenUp + last.missed() || (givenUp > 0 && one.onExhausted == OnExhausted.PAUSE)) {
                wrong.add(name + " never got " + never + ", and " + givenUp + " were given up: " + one.delivered);
            }
            if (one.wantedAgain.isEmpty() && never != givenUp + last.missed()) {
                wrong.add(name + " was told that it did not get what it got: " + last);
            }
            if (last.missed() > one.removed.size()) {
                wrong.add(name + " missed what was not removed while it stood still: " + last);
            }
            one.delivered.stream()
                    .filter(number -> one.mayNotHave(number, publishers.id(number)))
                    .forEach(number -> wrong.add(name + " got " + number + ", which was there before it"));
            if (last.parked() != one.parked || last.delivered() != one.delivered.size()) {
                wrong.add(name + " counts what was not: " + last + ", parked " + one.parked);
            }
            if (one.wantedAgain.isEmpty() && !isInOrder(one.delivered)) {
                wrong.add(name + " got " + one.delivered + " out of order");
            }
            seen.add(one.onExhausted + (last.parked() > 0 ? " parked" : "") + (last.dropped() > 0 ? " dropped" : ""));
            if (last.missed() > 0) {
                seen.add("missed");
            }
        }

        private boolean isInOrder(List<Long> numbers) {
            Map<String, Long> last = new TreeMap<>();
            for (Long number : numbers) {
                String key = SimulatedPublishers.key(publishers.id(number));
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

    private static @Nullable String firstWrong(Defect defect, SimulatedPublishers.Defect published, Set<String> seen) {
        for (long seed = 0; seed < SEEDS; seed++) {
            World world = new World(seed, defect, published);
            world.live();
            seen.addAll(world.seen);
            if (world.publishers.haveCrashed()) {
                seen.add("crashed");
            }
            if (!world.wrong.isEmpty()) {
                return "seed " + seed + ": " + world.wrong + "\n" + String.join("\n", world.trace);
            }
        }
        return null;
    }

    @Test
    void eachGetsWhatItWasThereForOrIsToldThatItWasGivenUp() {
        Set<String> seen = new HashSet<>();
        assertThat(firstWrong(Defect.NONE, SimulatedPublishers.Defect.NONE, seen))
                .isNull();
        assertThat(seen)
                .as("what comes up")
                .contains("gone", "again", "PARK parked", "DROP dropped", "PAUSE", "missed", "crashed");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void andWhatIsWrongIsFound(Defect defect) {
        assertThat(firstWrong(defect, SimulatedPublishers.Defect.NONE, new HashSet<>()))
                .isNotNull();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void andWhatIsPublishedWronglyIsFound(SimulatedPublishers.Defect defect) {
        assertThat(firstWrong(Defect.NONE, defect, new HashSet<>())).isNotNull();
    }
}
