package dev.parley.turn.engine;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationView;
import dev.parley.conversation.RequestLimits;
import dev.parley.conversation.request.Submission;
import dev.parley.conversation.request.SubmissionReader;
import dev.parley.engine.journal.Conversations;
import dev.parley.engine.run.RequestAcceptor;
import dev.parley.engine.run.RequestCheck;
import dev.parley.message.Refusal;
import dev.parley.turn.TurnPattern;
import dev.parley.turn.TurnProblems;
import dev.parley.turn.TurnRequests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Accepts turns that come over HTTP: checked at once, then committed together with others. */
@ApplicationScoped
class DirectTurns implements TurnRequests {

    @Inject
    RequestLimits limits;

    @Inject
    RequestCheck check;

    @Inject
    RequestAcceptor acceptance;

    @Inject
    Conversations conversations;

    @Override
    public CompletionStage<ConversationView> take(Submission turn) {
        try {
            String id = Objects.requireNonNull(turn.conversationId(), "A turn is taken in a conversation");
            Conversation there = conversations.get(id, turn.caller()).conversation();
            if (!there.pattern().equals(TurnPattern.NAME)) {
                throw new Refusal(TurnProblems.turnsNone(there));
            }
            var reader = new SubmissionReader(limits);
            var envelope = reader.readTurn(turn.to(there.operation()), acceptance.newId(), acceptance.now());
            return acceptance.accept(check.check(envelope));
        } catch (Refusal refusal) {
            return CompletableFuture.failedFuture(refusal);
        }
    }
}
