package dev.parley;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The answer of an operation that takes turns: a reply, and the announcement that another turn follows, or none. An
 * {@link Operation} that returns it has one conversation of many requests and replies; each turn takes effect once and
 * in order, and what the operation has to know of the turns before is kept for it.
 *
 * <pre>{@code
 * @Operation("bargain")
 * Turn<CounterOffer, Bargain> bargain(Offer offer, @Nullable Bargain before, Exchange exchange) { … }
 * }</pre>
 *
 * @param <R> the reply: a public record or {@code jakarta.json.JsonObject}
 * @param <S> what is kept between turns, the same; {@code Void} for an operation that keeps nothing
 * @see <a href="https://www.enterpriseintegrationpatterns.com/patterns/conversation/">Conversation Patterns</a>
 */
public final class Turn<R, S> {

    private final R reply;
    private final @Nullable S state;
    private final boolean last;

    private Turn(R reply, @Nullable S state, boolean last) {
        this.reply = Objects.requireNonNull(reply, "A turn is answered with a reply");
        this.state = state;
        this.last = last;
    }

    /**
     * The requester is to take another turn, and has the operation's turn timeout for it.
     *
     * @param state what the operation gets with the next turn; null for nothing
     */
    public static <R, S> Turn<R, S> next(R reply, @Nullable S state) {
        return new Turn<>(reply, state, false);
    }

    /** The last turn: the conversation ends {@code SUCCEEDED}. */
    public static <R, S> Turn<R, S> last(R reply) {
        return new Turn<>(reply, null, true);
    }

    /** The reply that the requester gets. */
    public R reply() {
        return reply;
    }

    /** The state that is kept for the next turn; null for nothing. */
    public @Nullable S state() {
        return state;
    }

    /** True if no turn follows. */
    public boolean isLast() {
        return last;
    }
}
