package dev.parley.exchange;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationProblem;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Event;
import dev.parley.conversation.Parent;
import dev.parley.conversation.Received;
import dev.parley.conversation.Status;
import dev.parley.message.MessageKind;
import dev.parley.message.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rule of exchanges that have failed and go on because an operator wants it: the same conversation, with a new
 * deadline and all its attempts. Its requester has been told a fault, and is told what comes of it now as another
 * answer; of the retry itself nobody is told.
 */
final class RetryPolicy {

    /**
     * The retry; nothing if it goes on already.
     *
     * @throws Refusal {@code retry-impossible}
     */
    Decision decide(Conversation state, @Nullable ProviderCall asking, Event.Retried event, Instant now) {
        if (!state.status().isFinal()) {
            return Decision.nothing(state);
        }
        refuseUnlessFailed(state);
        ProviderCall anew = asking == null ? null : asking.anew(now);
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.Note(new Received(
                MessageKind.NOTICE,
                event.by(),
                state.id() + ".Retry." + (state.retried() + 1),
                state.correlationId(),
                said(event))));
        if (anew == null) {
            effects.add(new Effect.Run(false));
        }
        return new Decision(state.retried(event.deadline(), anew, now), effects);
    }

    private static void refuseUnlessFailed(Conversation state) {
        if (state.status() != Status.FAULTED && state.status() != Status.EXPIRED) {
            throw refused("It has ended with " + state.status() + ", and has not failed.");
        }
        if (Parent.at(state.replyTo()) != null) {
            throw refused("It was asked by another conversation, which has its fault: retry the step there.");
        }
    }

    private static Refusal refused(String why) {
        return new Refusal(ConversationProblem.RETRY_IMPOSSIBLE.because(why));
    }

    private static String said(Event.Retried event) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("retry", true)
                .put("reason", event.reason())
                .toString();
    }
}
