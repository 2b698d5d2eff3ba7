package dev.parley.gathering.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Event;
import dev.parley.conversation.Provider;
import dev.parley.conversation.Provision;
import dev.parley.conversation.Received;
import dev.parley.conversation.StateJson;
import dev.parley.conversation.Status;
import dev.parley.conversation.gathering.Asked;
import dev.parley.conversation.gathering.GatheringPolicy;
import dev.parley.conversation.gathering.LateAnswer;
import dev.parley.conversation.gathering.LoserUndone;
import dev.parley.conversation.gathering.Release;
import dev.parley.directory.DirectoryProblem;
import dev.parley.directory.OperationResolution;
import dev.parley.engine.commit.Result;
import dev.parley.engine.gateway.EventPublishing;
import dev.parley.engine.gateway.Solicitation;
import dev.parley.engine.run.EffectExecutor;
import dev.parley.engine.run.PatternEngine;
import dev.parley.engine.run.PendingRequest;
import dev.parley.engine.run.UnitOfWork;
import dev.parley.gathering.FindProviders;
import dev.parley.gathering.Solicit;
import dev.parley.message.Address;
import dev.parley.message.MessageKind;
import dev.parley.message.Problem;
import dev.parley.message.Quote;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** The engine's part for gatherings: it finds out who is asked, and lets those go who are not wanted. */
@Dependent
public class GatheringEngine implements PatternEngine {

    private final EventPublishing topics;

    /** The engine's part, which publishes to topics. */
    @Inject
    public GatheringEngine(EventPublishing topics) {
        this.topics = topics;
    }

    @Override
    public String pattern() {
        return GatheringPolicy.NAME;
    }

    @Override
    public boolean takes(PendingRequest request) {
        return request.request().operation() instanceof GatherResolution;
    }

    /** What is answered late may have to be undone. */
    @Override
    public boolean decidesAfterwards() {
        return true;
    }

    @Override
    public Event.OfPattern late(String key, Effect.TellLate answer) {
        return new LateAnswer(key, answer.kind(), answer.body());
    }

    @Override
    public Event.OfPattern undone(String key, Status status) {
        return new LoserUndone(key, status);
    }

    @Override
    public void enact(UnitOfWork unit, Conversation conversation, Effect.OfPattern effect) {
        if (effect instanceof Solicit solicit) {
            tell(unit, conversation, published(conversation, solicit));
        } else if (effect instanceof FindProviders find) {
            tell(unit, conversation, providers(unit, find));
        } else if (effect instanceof Release release) {
            new Releasing(unit, conversation).release(release);
        } else {
            throw EffectExecutor.unknown(conversation, effect);
        }
    }

    private Asked published(Conversation conversation, Solicit solicit) {
        Result<List<String>> expected = topics.solicit(new Solicitation(
                solicit.topic(),
                conversation.sender(),
                conversation.owner(),
                conversation.id(),
                conversation.hops(),
                solicit.body(),
                solicit.ticket(),
                conversation.expiresAt()));
        Problem refused = expected.refusal();
        return refused == null ? Asked.of(expected.orThrow()) : Asked.nobody(refused);
    }

    private static Asked providers(UnitOfWork unit, FindProviders find) {
        OperationResolution operation = unit.directory().find(find.operation()).orElse(null);
        Provision provision = operation == null ? null : operation.provision();
        if (provision == null) {
            return Asked.nobody(DirectoryProblem.OPERATION_UNKNOWN.because("No operation '" + Quote.of(find.operation())
                    + "' is served here by providers that could be asked one by one."));
        }
        List<Address> providers =
                provision.providers().stream().map(Provider::address).toList();
        return Asked.providers(providers, find.operation(), find.body());
    }

    private static void tell(UnitOfWork unit, Conversation conversation, Asked asked) {
        ObjectNode names = StateJson.object();
        names.set("asked", StateJson.texts(asked.expected()));
        unit.tell(
                conversation.id(),
                asked,
                new Received(
                        MessageKind.NOTICE,
                        EffectExecutor.PARLEY,
                        conversation.id() + ".asked",
                        conversation.correlationId(),
                        names.toString()));
    }
}
