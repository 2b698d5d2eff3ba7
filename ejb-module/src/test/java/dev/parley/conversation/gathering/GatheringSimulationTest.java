package dev.parley.conversation.gathering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.Event;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.ProviderAnswer;
import dev.parley.conversation.Status;
import dev.parley.message.JsonText;
import dev.parley.message.MessageKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Gatherings whose participants answer, fault, repeat themselves, are late, or say nothing at all, in any order. When
 * each has to end is worked out by trying all that could still come, which the rule does not do.
 */
class GatheringSimulationTest {

    private static final int RUNS = 2_000;
    private static final Instant START = Instant.parse("2026-01-31T12:00:00Z");
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final String SECRET = "secret";
    private static final GatheringCodec CODEC = new GatheringCodec();

    /** What is wrong with a rule that the simulation has to find. */
    private enum Defect {
        FAULTS_ARE_REPLIES,
        REPETITIONS_COUNT,
        LATE_ONES_COUNT,
        IT_WAITS_FOR_NOTHING,
        NOBODY_LOOKS_WHETHER_IT_IS_QUIET,
        LOSERS_ARE_FORGOTTEN,
        LATE_LOSERS_ARE_FORGOTTEN,
        WHAT_IS_UNDONE_IS_NOT_NOTED
    }

    /** The rule, or one with a defect. */
    @FunctionalInterface
    private interface Rule {
        Decision decide(Conversation conversation, Gathering gathering, Event event, Instant now);
    }

    /** An answer that comes. */
    private record Came(Instant at, String from, MessageKind kind, boolean byMessage, int price) {}

    /** What is to be of a gathering. */
    private record End(Instant at, String by, Status status, List<String> heard) {}

    private static final class World {

        private final Random random;
        private final List<String> expected;
        private final Completion completion;
        private final Choice choice;
        private final List<Came> coming = new ArrayList<>();

        World(long seed) {
            random = new Random(seed);
            expected =
                    IntStream.range(0, random.nextInt(6)).mapToObj(i -> "s" + i).toList();
            completion = completion();
            choice = Choice.of(
                    random.nextBoolean() ? Take.ALL : Take.of("least:/price").orElseThrow(),
                    List.of(Losers.values()).get(random.nextInt(Losers.values().length)));
            for (String name : expected) {
                for (int times = random.nextInt(3); times > 0; times--) {
                    coming.add(came(name));
                }
            }
            coming.sort((a, b) -> a.at().compareTo(b.at()));
        }

        private Completion completion() {
            List<String> any = new ArrayList<>();
            for (String each : List.of("all", "first", "quorum:" + (1 + random.nextInt(4)), "idle:PT20S")) {
                if (random.nextInt(3) == 0) {
                    any.add(each);
                }
            }
            String complete = any.isEmpty() ? null : String.join(",", any);
            Integer atLeast = random.nextBoolean() ? null : Integer.valueOf(random.nextInt(3));
            return CompletionReader.read(complete, atLeast, Completion.WHATEVER_COMES)
                    .orElseGet(() -> CompletionReader.read(complete, null, Completion.WHATEVER_COMES)
                            .orElseThrow());
        }

        /** No two come at the same time, and none at the deadline. */
        private Came came(String name) {
            Instant at = START.plusMillis(1 + 2L * random.nextInt(40_000)).plusNanos(1000L * coming.size());
            MessageKind kind = random.nextInt(3) == 0 ? MessageKind.FAULT : MessageKind.REPLY;
            return new Came(at, name, kind, random.nextBoolean(), random.nextInt(3));
        }

        /** The end, by trying all that may still come at each moment at which something happens. */
        End end() {
            Map<String, MessageKind> heard = new LinkedHashMap<>();
            Instant quietSince = START;
            int next = 0;
            Instant now = START;
            while (true) {
                String by = met(heard, quietSince, now);
                if (by == null && !mayStillBe(heard)) {
                    by = "out-of-reach";
                }
                if (by != null) {
                    return end(now, by, heard);
                }
                Instant until = quiet(quietSince);
                while (next < coming.size()
                        && heard.containsKey(coming.get(next).from())) {
                    next++;
                }
                boolean comes = next < coming.size() && coming.get(next).at().isBefore(until);
                now = comes ? coming.get(next).at() : until;
                if (!now.isBefore(START.plus(DEADLINE))) {
                    return end(START.plus(DEADLINE), "deadline", heard);
                }
                if (comes) {
                    heard.put(coming.get(next).from(), coming.get(next).kind());
                    quietSince = now;
                    next++;
                }
            }
        }

        private End end(Instant at, String by, Map<String, MessageKind> heard) {
            boolean enough = replies(heard) >= completion.atLeast();
            return new End(at, by, enough ? Status.SUCCEEDED : Status.FAULTED, List.copyOf(heard.keySet()));
        }

        private Instant quiet(Instant since) {
            Instant deadline = START.plus(DEADLINE);
            boolean looks = completion.label().contains("idle");
            Instant quiet = since.plusSeconds(20);
            return looks && quiet.isBefore(deadline) ? quiet : deadline;
        }

        private static long replies(Map<String, MessageKind> heard) {
            return heard.values().stream().filter(MessageKind.REPLY::equals).count();
        }

        private @Nullable String met(Map<String, MessageKind> heard, Instant quietSince, Instant now) {
            for (Criterion criterion : completion.any()) {
                boolean isMet =
                        switch (criterion.label().substring(0, 3)) {
                            case "all" -> heard.size() == expected.size();
                            case "fir" -> replies(heard) > 0;
                            case "quo" -> replies(heard) >= criterion.least();
                            default -> !now.isBefore(quietSince.plusSeconds(20));
                        };
                if (isMet) {
                    return criterion.label();
                }
            }
            boolean waitsForQuiet =
                    completion.any().isEmpty() || completion.label().contains("idle");
            return waitsForQuiet && heard.size() == expected.size() ? "all" : null;
        }

        /** True if there is a way in which it is completed with enough replies; who is left may also say nothing. */
        private boolean mayStillBe(Map<String, MessageKind> heard) {
            List<String> left =
                    expected.stream().filter(name -> !heard.containsKey(name)).toList();
            if (left.isEmpty()) {
                return false;
            }
            for (int future = 0; future < 1 << left.size(); future++) {
                Map<String, MessageKind> then = new LinkedHashMap<>(heard);
                for (int i = 0; i < left.size(); i++) {
                    boolean replies = (future & (1 << i)) != 0;
                    then.put(left.get(i), replies ? MessageKind.REPLY : MessageKind.FAULT);
                }
                boolean completes =
                        met(then, START, START) != null || completion.label().contains("idle");
                if (completes && replies(then) >= completion.atLeast()) {
                    return true;
                }
            }
            return false;
        }

        /** What comes of it by a rule. */
        void run(Rule rule) {
            End end = end();
            Gathering begun = Gathering.begun("out-in", completion, choice, expected, SECRET, START);
            Conversation accepted = Conversation.accepted(GatheringPolicy.NAME, request(), "c", START)
                    .waitingUntil(START.plus(DEADLINE), begun, START);
            Decision decision = GatheringPolicy.begin(accepted, begun, List.of(), START);
            List<Effect> effects = new ArrayList<>(decision.effects());
            Conversation conversation = decision.conversation();
            Instant endedAt = conversation.status().isFinal() ? START : null;
            int next = 0;
            while (true) {
                boolean isOver = conversation.status().isFinal();
                Instant due = isOver ? Instant.MAX : conversation.dueAt();
                if (next == coming.size() && isOver) {
                    break;
                }
                boolean comes = next < coming.size() && coming.get(next).at().isBefore(due);
                Instant now = comes ? coming.get(next).at() : due;
                Event event = comes ? event(coming.get(next++)) : new Event.Due();
                Gathering state = CODEC.decode(CODEC.encode((Gathering) conversation.patternState()));
                Decision then = rule.decide(conversation, state, event, now);
                effects.addAll(then.effects());
                conversation = then.conversation();
                if (!isOver && conversation.status().isFinal()) {
                    endedAt = now;
                }
                assertThat(now).as("it has to end").isBefore(START.plusSeconds(120));
            }
            check(end, conversation, endedAt, effects);
        }

        private void check(End end, Conversation conversation, Instant endedAt, List<Effect> effects) {
            assertThat(endedAt).isEqualTo(end.at());
            assertThat(conversation.status()).isEqualTo(end.status());
            Gathering gathering = (Gathering) conversation.patternState();
            assertThat(gathering.ended()).isEqualTo(end.by());
            assertThat(gathering.answers().stream().map(GatheredAnswer::from)).containsExactlyElementsOf(end.heard());
            Set<String> missing = new TreeSet<>(expected);
            end.heard().forEach(missing::remove);
            assertThat(gathering.missing()).containsExactlyElementsOf(missing);
            List<Effect.Send> sent = effects.stream()
                    .filter(Effect.Send.class::isInstance)
                    .map(Effect.Send.class::cast)
                    .toList();
            assertThat(sent).as("one final answer").hasSize(1);
            JsonNode said = JsonText.parse(sent.get(0).message().body());
            assertThat(said.path("answers")).hasSize(end.heard().size());
            checkLosers(end, effects);
        }

        private void checkLosers(End end, List<Effect> effects) {
            List<Release> releases = effects.stream()
                    .filter(Release.class::isInstance)
                    .map(Release.class::cast)
                    .toList();
            List<String> missing = expected.stream()
                    .filter(name -> !end.heard().contains(name))
                    .toList();
            boolean ignored = choice.losers() == Losers.IGNORE;
            assertThat(releases.stream().flatMap(each -> each.unanswered().stream()))
                    .as("who is let go")
                    .containsExactlyElementsOf(ignored ? List.of() : missing);
            List<String> undone = new ArrayList<>();
            if (choice.losers() == Losers.COMPENSATE) {
                coming.stream()
                        .filter(came -> came.kind() == MessageKind.REPLY)
                        .map(Came::from)
                        .distinct()
                        .filter(name -> !isKept(end, name))
                        .forEach(undone::add);
            }
            assertThat(releases.stream().flatMap(each -> each.undone().stream()).map(GatheredAnswer::from))
                    .as("what is undone, each once")
                    .containsExactlyInAnyOrderElementsOf(undone);
        }

        private static boolean isBetter(Came one, Came other) {
            return one.price() == other.price() ? one.at().isBefore(other.at()) : one.price() < other.price();
        }

        /** True if it stands: of what has succeeded all replies that counted, or the one with the least price. */
        private boolean isKept(End end, String name) {
            List<Came> counted = end.heard().stream()
                    .map(heard -> coming.stream()
                            .filter(came -> came.from().equals(heard))
                            .findFirst()
                            .orElseThrow())
                    .filter(came -> came.kind() == MessageKind.REPLY)
                    .toList();
            return end.status() == Status.SUCCEEDED
                    && counted.stream()
                            .filter(came -> choice.take().equals(Take.ALL)
                                    || counted.stream().noneMatch(other -> isBetter(other, came)))
                            .anyMatch(came -> came.from().equals(name));
        }

        private static Envelope request() {
            return new Envelope(
                    "orders",
                    "{}",
                    MessageExchangePattern.IN_OUT,
                    "user:ann",
                    "ann",
                    "m",
                    "m",
                    null,
                    null,
                    false,
                    null,
                    "c",
                    START.plus(DEADLINE),
                    0);
        }

        private static Event event(Came came) {
            String body = "{\"price\":" + came.price() + "}";
            if (!came.byMessage()) {
                return new Event.Answered(GatheringKey.from(came.from()), null, came.kind(), body);
            }
            String ticket = GatheringTicket.of(SECRET, came.from());
            return new Event.ProviderAnswered(
                    new ProviderAnswer(came.kind(), ticket, "m" + came.at(), "c:" + ticket, "user:bob", body, null));
        }
    }

    private static Decision with(
            Defect defect, Conversation conversation, Gathering gathering, Event event, Instant now) {
        Event seen = event;
        Instant time = now;
        Gathering state = gathering;
        if (defect == Defect.FAULTS_ARE_REPLIES && event instanceof Event.Answered answered) {
            seen = new Event.Answered(answered.key(), null, MessageKind.REPLY, answered.body());
        }
        if (defect == Defect.REPETITIONS_COUNT
                && event instanceof Event.Answered answered
                && !gathering.waitsFor(String.valueOf(GatheringKey.name(answered.key())))
                && !gathering.missing().isEmpty()) {
            seen = new Event.Answered(
                    GatheringKey.from(gathering.missing().get(0)), null, answered.kind(), answered.body());
        }
        if (defect == Defect.LATE_ONES_COUNT && event instanceof Event.Due && !now.isBefore(conversation.expiresAt())) {
            Conversation longer = conversation.waitingUntil(now.plusSeconds(20), gathering, now);
            return now.isBefore(START.plus(DEADLINE).plusSeconds(10))
                    ? Decision.nothing(longer)
                    : GatheringPolicy.decide(conversation, state, seen, time);
        }
        if (defect == Defect.NOBODY_LOOKS_WHETHER_IT_IS_QUIET && event instanceof Event.Due) {
            time = conversation.expiresAt();
        }
        if (defect == Defect.WHAT_IS_UNDONE_IS_NOT_NOTED) {
            state = gathering.choosing(gathering.choice().undoing(List.of()));
        }
        Decision decision = GatheringPolicy.decide(conversation, state, seen, time);
        boolean isForgotten = defect == Defect.LOSERS_ARE_FORGOTTEN
                || (defect == Defect.LATE_LOSERS_ARE_FORGOTTEN
                        && conversation.status().isFinal());
        if (isForgotten) {
            List<Effect> kept = decision.effects().stream()
                    .filter(effect -> !(effect instanceof Release))
                    .toList();
            decision = new Decision(decision.conversation(), kept);
        }
        boolean isGivenUp = decision.conversation().patternState() instanceof Gathering then
                && CompletionPolicy.OUT_OF_REACH.equals(then.ended());
        return defect == Defect.IT_WAITS_FOR_NOTHING && isGivenUp && !(event instanceof Event.Due)
                ? Decision.nothing(conversation)
                : decision;
    }

    @Test
    void itEndsWhenItCanAndNotBefore() {
        for (long seed = 0; seed < RUNS; seed++) {
            World world = new World(seed);
            assertThatCode(() -> world.run(GatheringPolicy::decide))
                    .as("seed %s: %s of %s, %s", seed, world.completion, world.expected, world.coming)
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDefectIsFound(Defect defect) {
        assertThatThrownBy(() -> {
                    for (long seed = 0; seed < RUNS; seed++) {
                        new World(seed).run((c, g, event, now) -> with(defect, c, g, event, now));
                    }
                })
                .isInstanceOf(AssertionError.class);
    }
}
