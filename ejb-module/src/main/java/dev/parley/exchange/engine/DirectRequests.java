package dev.parley.exchange.engine;

import dev.parley.conversation.ConversationView;
import dev.parley.conversation.RequestLimits;
import dev.parley.conversation.request.Submission;
import dev.parley.conversation.request.SubmissionReader;
import dev.parley.engine.run.RequestAcceptor;
import dev.parley.engine.run.RequestCheck;
import dev.parley.exchange.Requests;
import dev.parley.message.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/** Accepts requests that come over HTTP: checked at once, then committed together with others. */
@ApplicationScoped
class DirectRequests implements Requests {

    @Inject
    RequestLimits limits;

    @Inject
    RequestCheck check;

    @Inject
    RequestAcceptor acceptance;

    @Override
    public CompletionStage<ConversationView> accept(Submission submission) {
        return accept(submission, role -> false);
    }

    @Override
    public CompletionStage<ConversationView> accept(Submission submission, Predicate<String> roles) {
        try {
            var reader = new SubmissionReader(limits);
            var envelope = reader.read(submission, acceptance.newId(), acceptance.now());
            return acceptance.accept(check.check(envelope, roles));
        } catch (Refusal refusal) {
            return CompletableFuture.failedFuture(refusal);
        }
    }
}
