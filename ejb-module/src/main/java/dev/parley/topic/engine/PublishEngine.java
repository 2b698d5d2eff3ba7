package dev.parley.topic.engine;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Received;
import dev.parley.engine.commit.Result;
import dev.parley.engine.run.EffectExecutor;
import dev.parley.engine.run.PatternEngine;
import dev.parley.engine.run.PendingRequest;
import dev.parley.engine.run.UnitOfWork;
import dev.parley.message.MessageKind;
import dev.parley.message.Problem;
import dev.parley.topic.Publish;
import dev.parley.topic.PublishDone;
import dev.parley.topic.PublishOrder;
import dev.parley.topic.PublishPattern;
import dev.parley.topic.event.AnswersWanted;
import dev.parley.topic.event.EventDraft;
import dev.parley.topic.event.Published;
import dev.parley.topic.event.PublishedText;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** The engine's part for requests to publish. */
@Dependent
public class PublishEngine implements PatternEngine {

    private final Publisher publisher;

    /** The engine's part, which publishes within the transaction of the request. */
    @Inject
    PublishEngine(Publisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public String pattern() {
        return PublishPattern.NAME;
    }

    @Override
    public boolean takes(PendingRequest request) {
        return request.request().operation() instanceof PublishResolution;
    }

    @Override
    public void enact(UnitOfWork unit, Conversation conversation, Effect.OfPattern effect) {
        if (!(effect instanceof Publish publish)) {
            throw EffectExecutor.unknown(conversation, effect);
        }
        Result<Published> result = publisher
                .here(List.of(publication(conversation, publish.order())))
                .get(0);
        Problem refused = result.refusal();
        PublishDone done = refused == null
                ? new PublishDone(PublishedText.of(result.orThrow()), null)
                : new PublishDone(refused.toJson(), refused);
        unit.tell(
                conversation.id(),
                done,
                new Received(
                        MessageKind.NOTICE,
                        EffectExecutor.PARLEY,
                        conversation.id() + ".published",
                        conversation.correlationId(),
                        done.reply()));
    }

    /** The id of the event follows from the request: asked for again, it is the same event. */
    private static Publication publication(Conversation conversation, PublishOrder order) {
        return new Publication(
                order.topic(),
                new EventDraft(conversation.id(), order.type(), null, order.subject(), Map.of(), order.event()),
                conversation.sender(),
                DirectPublishing.caller(conversation.sender(), conversation.owner()),
                false,
                conversation.hops(),
                AnswersWanted.AS_THE_TOPIC_SAYS);
    }
}
