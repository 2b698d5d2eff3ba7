package dev.parley.turn;

import dev.parley.conversation.ConversationView;
import dev.parley.conversation.request.Submission;
import java.util.concurrent.CompletionStage;

/** The turns of conversations that are there, as far as they do not come as JMS messages. */
public interface TurnRequests {

    /**
     * Accepts a turn durably, as requests are a request: it is taken, or kept until its conversation is ready for it.
     * The view is that of this turn. It completes with a {@link dev.parley.message.Refusal} if the conversation is not
     * the caller's or takes no turns, or if the turn is refused.
     *
     * @param turn names the conversation; the operation is the conversation's, whatever it names
     */
    CompletionStage<ConversationView> take(Submission turn);
}
