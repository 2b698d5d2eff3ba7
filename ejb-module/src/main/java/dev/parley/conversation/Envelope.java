package dev.parley.conversation;

import dev.parley.message.Address;
import dev.parley.message.JsonText;
import dev.parley.message.Sha256;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A request whose headers have been checked.
 *
 * @param operation what is asked for
 * @param body the request, JSON text
 * @param exchange which messages follow
 * @param sender whose message ids these are
 * @param owner the authenticated participant who asks; null if unknown
 * @param messageId the idempotency key
 * @param correlationId what every answer carries
 * @param replyTo where answers go; null if the requester polls, or wants none
 * @param faultTo where faults go, if elsewhere
 * @param acknowledge true if an acknowledgment is sent before the operation runs
 * @param state opaque text that goes back with every answer
 * @param conversationId the name of the conversation; null to have one made
 * @param expiresAt the deadline
 * @param hops how many operations called each other until this was sent; 0 for what comes from outside
 * @param turn which turn of the conversation it is; {@link #NEXT_TURN} for whichever comes next; null if it does not
 *     say
 * @param deadlineGiven true if the requester gave the deadline, and wants nothing done after it; otherwise it is the
 *     default
 * @param carried what a provider outside of the EAR gets of it besides; null for nothing
 * @param particulars what only some patterns go by
 * @param asked what it asks for in its requester's words; null while {@code operation} and {@code particulars} are
 *     those
 */
public record Envelope(
        String operation,
        String body,
        MessageExchangePattern exchange,
        String sender,
        @Nullable String owner,
        String messageId,
        String correlationId,
        @Nullable Address replyTo,
        @Nullable Address faultTo,
        boolean acknowledge,
        @Nullable String state,
        @Nullable String conversationId,
        Instant expiresAt,
        int hops,
        @Nullable Integer turn,
        boolean deadlineGiven,
        @Nullable Carried carried,
        Particulars particulars,
        @Nullable String asked) {

    /** The turn after the last one that was taken. */
    public static final int NEXT_TURN = 0;

    /** A request that carries nothing besides. */
    public Envelope(
            String operation,
            String body,
            MessageExchangePattern exchange,
            String sender,
            @Nullable String owner,
            String messageId,
            String correlationId,
            @Nullable Address replyTo,
            @Nullable Address faultTo,
            boolean acknowledge,
            @Nullable String state,
            @Nullable String conversationId,
            Instant expiresAt,
            int hops,
            @Nullable Integer turn,
            boolean deadlineGiven) {
        this(
                operation,
                body,
                exchange,
                sender,
                owner,
                messageId,
                correlationId,
                replyTo,
                faultTo,
                acknowledge,
                state,
                conversationId,
                expiresAt,
                hops,
                turn,
                deadlineGiven,
                null,
                Particulars.NONE,
                null);
    }

    /** A request that says nothing of turns, and whose deadline is the default. */
    public Envelope(
            String operation,
            String body,
            MessageExchangePattern exchange,
            String sender,
            @Nullable String owner,
            String messageId,
            String correlationId,
            @Nullable Address replyTo,
            @Nullable Address faultTo,
            boolean acknowledge,
            @Nullable String state,
            @Nullable String conversationId,
            Instant expiresAt,
            int hops) {
        this(
                operation,
                body,
                exchange,
                sender,
                owner,
                messageId,
                correlationId,
                replyTo,
                faultTo,
                acknowledge,
                state,
                conversationId,
                expiresAt,
                hops,
                null,
                false);
    }

    /** The same request, whose deadline the requester gave, or did not give. */
    public Envelope deadlineGiven(boolean given) {
        return with(conversationId, given, carried, particulars);
    }

    /** The same request, which names no conversation. */
    public Envelope unnamed() {
        return with(null, deadlineGiven, carried, particulars);
    }

    /** The same request, which names that conversation. */
    public Envelope named(@Nullable String conversation) {
        return with(conversation, deadlineGiven, carried, particulars);
    }

    /** The same request, which carries that to a provider. */
    public Envelope carrying(@Nullable Carried what) {
        return with(conversationId, deadlineGiven, what, particulars);
    }

    /** The same request, with these particulars. */
    public Envelope with(Particulars its) {
        return its.equals(particulars) ? this : with(conversationId, deadlineGiven, carried, its);
    }

    /**
     * The same request, as the directory serves it now: a process may serve an operation of another name, and most
     * operations have no versions. What its requester asked for stays what it is repeated by.
     */
    public Envelope servedAs(String served, Particulars its) {
        return with(served, conversationId, deadlineGiven, carried, its, asked == null ? inItsWords() : asked);
    }

    /** The same request, whose answers and faults go there. */
    public Envelope answeredAt(@Nullable Address answers, @Nullable Address faults) {
        return new Envelope(
                operation,
                body,
                exchange,
                sender,
                owner,
                messageId,
                correlationId,
                answers,
                faults,
                acknowledge,
                state,
                conversationId,
                expiresAt,
                hops,
                turn,
                deadlineGiven,
                carried,
                particulars,
                asked);
    }

    private Envelope with(@Nullable String named, boolean given, @Nullable Carried what, Particulars its) {
        return with(operation, named, given, what, its, asked);
    }

    private Envelope with(
            String served,
            @Nullable String named,
            boolean given,
            @Nullable Carried what,
            Particulars its,
            @Nullable String words) {
        return new Envelope(
                served,
                body,
                exchange,
                sender,
                owner,
                messageId,
                correlationId,
                replyTo,
                faultTo,
                acknowledge,
                state,
                named,
                expiresAt,
                hops,
                turn,
                given,
                what,
                its,
                words);
    }

    /**
     * The SHA-256, in hexadecimal, of what has to be the same for two requests with one message id to be the same
     * request. Of bodies that differ in form alone the hashes differ: {@link #isAgain} looks further. What stands in
     * the directory makes no difference: an operation that a process serves since is asked for in the same words.
     */
    public String contentHash() {
        return contentHash(body);
    }

    private String contentHash(String of) {
        String which = turn != null && turn > 1 ? turn + "\n" : "";
        String words = asked == null ? inItsWords() : asked;
        String content = which + words + '\n' + exchange.label() + '\n' + of;
        return Sha256.hex(content);
    }

    private String inItsWords() {
        return particulars.version() == null ? operation : "version " + particulars.version() + "\n" + operation;
    }

    /**
     * True if it is the request of that hash again: the same body, or the same JSON with other spaces or another order
     * of members.
     *
     * @param firstHash the hash of the first request with its message id
     * @param firstBody the body of that request, if it is still there; asked for only if the hashes differ
     */
    public boolean isAgain(String firstHash, Supplier<Optional<String>> firstBody) {
        return firstHash.equals(contentHash())
                || firstBody
                        .get()
                        .filter(first -> firstHash.equals(contentHash(first)) && JsonText.same(first, body))
                        .isPresent();
    }

    /** The address that a fault about the request itself goes to; null if nobody can be told. */
    public @Nullable Address faultAddress() {
        return faultTo != null ? faultTo : replyTo;
    }
}
