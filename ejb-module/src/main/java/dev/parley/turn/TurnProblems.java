package dev.parley.turn;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationProblem;
import dev.parley.conversation.Envelope;
import dev.parley.message.CommonProblem;
import dev.parley.message.Problem;

/** The problems that a turn can have, in the words that its sender gets. */
public final class TurnProblems {

    private TurnProblems() {}

    /** The problem {@code turn-unsupported} of a turn in a conversation that takes none. */
    public static Problem turnsNone(Conversation conversation) {
        return ConversationProblem.TURN_UNSUPPORTED.because(
                conversation.operation() + " takes no turns: begin another conversation.");
    }

    /** The problem {@code conversation-id-taken} of a turn in a conversation that is another's. */
    public static Problem turnOfOthers(Conversation conversation) {
        return ConversationProblem.CONVERSATION_ID_TAKEN.because(
                "'" + conversation.id() + "' names a conversation with somebody else, or with another operation.");
    }

    /** The problem {@code turn-taken} of a turn that was taken with another request. */
    public static Problem turnTaken(int turn, Conversation conversation) {
        return TurnProblem.TURN_TAKEN.because("Turn " + turn + " of conversation " + conversation.id()
                + " was taken with another request; the next is " + (conversation.turn() + 1) + ".");
    }

    /** The problem {@code turn-too-far} of a turn that cannot be kept: it comes too early, or with too many others. */
    public static Problem turnTooFar(int turn, Conversation conversation, int most) {
        return TurnProblem.TURN_TOO_FAR.because("Turn " + turn + " cannot be kept: at most " + most
                + " turns are, and none further ahead;" + " the last that was taken is " + conversation.turn()
                + ".");
    }

    /** The problem {@code expired} of a turn whose deadline has passed before it was taken. */
    public static Problem turnLate(int turn, Envelope request) {
        return CommonProblem.EXPIRED.because("Turn " + turn + " was not taken by " + request.expiresAt()
                + " and has had no effect; it can be sent again" + " under another message id.");
    }

    /** The problem {@code conversation-ended} of a turn that comes after the end. */
    public static Problem turnAfterEnd(int turn, Conversation conversation) {
        return ConversationProblem.CONVERSATION_ENDED.because("Turn " + turn + " is not taken: conversation "
                + conversation.id() + " has ended with " + conversation.status() + ".");
    }

    /** The problem {@code turn-missed} of a conversation whose next turn did not come. */
    public static Problem turnMissed(int turn, Conversation conversation) {
        return TurnProblem.TURN_MISSED.because(
                "Turn " + turn + " of conversation " + conversation.id() + " did not come by "
                        + conversation.expiresAt() + ", which ends it; what the turns before it did stands.");
    }

    /** The problem {@code expired} of a conversation whose turn was not done in time. */
    public static Problem turnExpired(Conversation conversation) {
        return CommonProblem.EXPIRED.because(
                "Turn " + conversation.turn() + " of " + conversation.operation() + " was not done by "
                        + conversation.expiresAt()
                        + " and has had no effect, which ends the conversation; what the turns"
                        + " before it did stands.");
    }
}
