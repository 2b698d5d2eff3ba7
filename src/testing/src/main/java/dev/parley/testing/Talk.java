package dev.parley.testing;

import dev.parley.conversation.Event;
import dev.parley.directory.ServedOperation;
import dev.parley.message.Refusal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A conversation with an operation that takes turns: what it keeps between them goes through JSON, as on a server. */
public final class Talk {

    private final ServedOperation operation;
    private final Attempts attempts;
    private final Function<@Nullable Object, String> json;
    private int turn = 1;
    private boolean over;
    private @Nullable String kept;

    Talk(ServedOperation operation, Attempts attempts, Function<@Nullable Object, String> json) {
        this.operation = operation;
        this.attempts = attempts;
        this.json = json;
    }

    /**
     * Takes the next turn.
     *
     * @throws IllegalStateException if the conversation is over
     */
    public Outcome turn(@Nullable Object body) {
        if (over) {
            throw new IllegalStateException(
                    "The conversation is over: " + operation.name() + " has taken " + (turn - 1) + " turns");
        }
        String text = json.apply(body);
        try {
            operation.read(text);
        } catch (Refusal refusal) {
            return OperationsUnderTest.refused(refusal.problem());
        }
        TestRequest request = TestRequest.of(operation.name(), body);
        Attempts.Ended ended =
                attempts.call(operation, request, text, new Attempts.Place("conversation-1", turn, kept));
        Event.TurnReturned returned = ended.turn();
        turn++;
        over = returned == null || returned.last();
        kept = returned == null ? null : returned.state();
        return ended.outcome();
    }

    /** True if no turn follows: the operation said so, answered with a fault, or failed. */
    public boolean isOver() {
        return over;
    }
}
