package dev.parley.testing;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Event;
import dev.parley.directory.ServedOperation;
import dev.parley.message.Refusal;
import dev.parley.turn.EarlyTurn;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with an operation that takes turns, by Parley's own rule: only the next turn is taken, one that was
 * taken is answered again, one ahead is kept, and one that does not come in time is missed. What the operation keeps
 * between turns goes through JSON, as on a server.
 */
public final class Talk {

    private final ServedOperation operation;
    private final Attempts attempts;
    private final Clock clock;
    private final Function<@Nullable Object, String> json;
    private final TalkState state = new TalkState();
    private final Map<Integer, Outcome> told = new TreeMap<>();
    private Duration within = Duration.ofHours(1);
    private boolean over;

    Talk(ServedOperation operation, Attempts attempts, Clock clock, Function<@Nullable Object, String> json) {
        this.operation = operation;
        this.attempts = attempts;
        this.clock = clock;
        this.json = json;
    }

    /** Gives each turn from now on that time to be done in; it is an hour otherwise. */
    public Talk within(Duration time) {
        within = time;
        return this;
    }

    /**
     * Takes the next turn.
     *
     * @throws IllegalStateException if the conversation is over, and the test knows it
     */
    public Outcome turn(@Nullable Object body) {
        if (over) {
            throw new IllegalStateException(
                    "The conversation is over: " + operation.name() + " has taken " + state.taken() + " turns");
        }
        return turn(state.taken() + 1, body);
    }

    /** Takes a turn, whether it is the next one, was taken before, or is ahead. */
    public Outcome turn(int number, @Nullable Object body) {
        look();
        String text = json.apply(body);
        try {
            operation.read(text);
        } catch (Refusal refusal) {
            return OperationsUnderTest.refused(refusal.problem());
        }
        Outcome outcome = state.came(operation.name(), number, text, clock.instant(), within);
        if (state.isTaken()) {
            outcome = call(text);
            told.put(number, outcome);
            recall();
        } else if (outcome.ending() == Outcome.Ending.KEPT) {
            told.put(number, outcome);
        }
        over = isEnded();
        return outcome;
    }

    private Outcome call(String body) {
        Conversation taken = state.conversation();
        Attempts.Place place = new Attempts.Place(taken.id(), taken.turn(), state.kept());
        TestRequest request = TestRequest.of(operation.name(), body)
                .withMessageId(taken.messageId())
                .within(Duration.between(clock.instant(), taken.expiresAt()));
        Attempts.Ended ended = attempts.call(operation, request, body, place);
        Event event = ended.event() == null ? new Event.Due() : ended.event();
        Outcome outcome = state.happened(event, clock.instant());
        return new Outcome(
                outcome.ending(),
                outcome.body(),
                outcome.name(),
                ended.outcome().attempts(),
                ended.outcome().failure());
    }

    /** The turns that were kept, as far as their time has come. */
    private void recall() {
        Optional<EarlyTurn> next = state.next();
        while (next.isPresent()) {
            EarlyTurn turn = next.get();
            Outcome outcome = state.recalled(turn, clock.instant());
            told.put(turn.turn(), state.isTaken() ? call(turn.request().body()) : outcome);
            next = state.next();
        }
    }

    /** Looks whether its time has passed. */
    private void look() {
        if (state.isDue(clock.instant())) {
            state.happened(new Event.Due(), clock.instant());
            recall();
        }
    }

    private boolean isEnded() {
        look();
        return state.isEnded();
    }

    /** What was said of a turn that was kept, since; {@code KEPT} as long as it is. Empty if there was no such turn. */
    public Optional<Outcome> outcome(int number) {
        look();
        return Optional.ofNullable(told.get(number));
    }

    /** How the conversation ended; after a turn that was missed that is {@code turn-missed}. Empty while it goes on. */
    public Optional<Outcome> end() {
        return isEnded() ? Optional.ofNullable(state.last()) : Optional.empty();
    }

    /** True if no turn follows: the operation said so, answered with a fault, or failed, or a turn was missed. */
    public boolean isOver() {
        over = isEnded();
        return over;
    }
}
