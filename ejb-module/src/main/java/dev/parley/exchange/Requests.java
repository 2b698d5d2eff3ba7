package dev.parley.exchange;

import dev.parley.conversation.ConversationView;
import dev.parley.conversation.request.Submission;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/** The requests to operations, as far as they do not come as JMS messages. */
public interface Requests {

    /**
     * Accepts a request durably. The stage completes after the commit that holds it, never before, on a thread that
     * must not be blocked; for a repeated request with the conversation as it stands now. It completes with a
     * {@link dev.parley.message.Refusal} if the request is bad, and with any other exception if a durable answer cannot
     * be given.
     */
    CompletionStage<ConversationView> accept(Submission submission);

    /**
     * The same of somebody whose roles are known, and are looked at now.
     *
     * @param roles true if who asks has a role
     */
    default CompletionStage<ConversationView> accept(Submission submission, Predicate<String> roles) {
        return accept(submission);
    }
}
