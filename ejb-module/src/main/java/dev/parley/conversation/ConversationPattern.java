package dev.parley.conversation;

import dev.parley.message.Arrival;
import dev.parley.message.Problem;
import java.time.Instant;

/** A conversation pattern: pure functions, which the engine calls and whose effects it carries out. */
public interface ConversationPattern {

    /** Reads the headers of a message from a queue. */
    Reading read(Arrival arrival, Instant now);

    /** Reads a message that should be a provider's answer. */
    AnswerReading readAnswer(Arrival arrival);

    /** Refuses a request whose headers were in order; nothing of it is stored. */
    Reading.Refused refuse(Envelope request, Problem problem);

    /** Why a request is refused whose message id was used for another. */
    Problem reused(String messageId);

    /** Decides on an event for a conversation that is not there yet. */
    Decision begin(Event.Requested event, Instant now);

    /** Decides on a turn for a conversation that is not there yet. */
    Decision beginTurn(Event.TurnCame event, Instant now);

    /**
     * Decides on an event for a conversation.
     *
     * @throws IllegalArgumentException if the event cannot happen to a conversation that is there
     */
    Decision decide(Conversation state, Event event, Instant now);
}
