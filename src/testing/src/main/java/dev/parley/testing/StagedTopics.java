package dev.parley.testing;

import dev.parley.RequestOptions;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Effect;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.ParleyOperations;
import dev.parley.conversation.Received;
import dev.parley.conversation.Ticket;
import dev.parley.conversation.gathering.GatheringTicket;
import dev.parley.directory.MethodSubscription;
import dev.parley.engine.commit.Result;
import dev.parley.engine.gateway.EventPublishing;
import dev.parley.engine.gateway.Solicitation;
import dev.parley.engine.run.EffectExecutor;
import dev.parley.engine.run.PatternEngine;
import dev.parley.engine.run.PendingRequest;
import dev.parley.engine.run.SimulatedEngine;
import dev.parley.engine.run.UnitOfWork;
import dev.parley.message.Address;
import dev.parley.message.Headers;
import dev.parley.message.MessageKind;
import dev.parley.simulation.Broker;
import dev.parley.simulation.Parcel;
import dev.parley.simulation.Table;
import dev.parley.simulation.Transaction;
import dev.parley.simulation.World;
import dev.parley.topic.Publish;
import dev.parley.topic.PublishDone;
import dev.parley.topic.PublishPattern;
import dev.parley.topic.event.Published;
import dev.parley.topic.event.PublishedText;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The topics of a world: there is one of every name. What is published goes out with the commit of its transaction, is
 * noted, and reaches the methods that subscribe.
 */
final class StagedTopics implements EventPublishing, PatternEngine {

    /** Where subscribers answer whose answers are gathered. */
    private static final String ANSWERS = "reply.subscribers";

    private static final String REPLIES = "parley.replies";
    private static final int LATEST = 50;

    private final World world;
    private final Broker broker;
    private final Deque<Transaction> transactions;
    private final Providers providers;
    private final Table<String, Event> events = new Table<>("event");
    private List<MethodSubscription> subscriptions = List.of();

    /**
     * An event.
     *
     * @param gathering the ticket of the conversation that gathers what comes back of it; null if nothing does
     */
    private record Event(
            String topic, String messageId, String body, RequestOptions terms, @Nullable Ticket gathering) {}

    StagedTopics(StagedWorld staged, Providers providers) {
        this.world = staged.world();
        this.broker = staged.broker();
        this.transactions = staged.transactions();
        this.providers = providers;
        events.observe((before, event) -> world.after(0, () -> goOut(event)));
        broker.queue(ANSWERS, 1000, 10);
        broker.read(ANSWERS, this::answered);
    }

    void deliverTo(List<MethodSubscription> them) {
        subscriptions = them;
    }

    void publish(Question event) {
        publish(new Event(event.operation(), event.messageId(), event.body(), event.terms(), null));
    }

    private void publish(Event event) {
        if (transactions.isEmpty()) {
            world.after(0, () -> goOut(event));
        } else {
            transactions.element().database().insert(events, world.name("event-"), event);
        }
    }

    private void goOut(Event event) {
        world.trace("%s is published: %s", event.topic(), event.body());
        if (providers.wentOut(event.messageId(), new Asked(event.topic(), event.body(), event.terms()))) {
            subscribed(event.topic())
                    .forEach(to -> world.after(
                            world.millis(0, LATEST), () -> broker.put(SimulatedEngine.requests(), request(event, to))));
        }
    }

    private List<MethodSubscription> subscribed(String topic) {
        return subscriptions.stream().filter(to -> to.topic().equals(topic)).toList();
    }

    private Parcel request(Event event, MethodSubscription to) {
        String messageId = event.messageId() + "." + to.name();
        Ticket gathering = event.gathering();
        MessageExchangePattern exchange =
                gathering == null ? MessageExchangePattern.IN_ONLY : MessageExchangePattern.IN_OUT;
        return new Parcel(
                world.name("ID:" + messageId + "-"),
                to.operation(),
                gathering == null ? event.messageId() : ticket(gathering, to).correlationId(),
                gathering == null ? null : Address.queue(ANSWERS),
                Map.of(Headers.MESSAGE_ID, messageId, Headers.EXCHANGE, exchange.label()),
                null,
                event.body());
    }

    private static Ticket ticket(Ticket gathering, MethodSubscription to) {
        return new Ticket(gathering.conversationId(), GatheringTicket.of(gathering.secret(), to.name()));
    }

    private void answered(Parcel answer) {
        if (!MessageKind.ACK.label().equals(answer.property(Headers.KIND))) {
            world.trace("a subscriber answers %s", answer);
            broker.put(REPLIES, answer);
        }
    }

    @Override
    public String publish(String topic, String sender, @Nullable String messageId, int hops, String body) {
        String id = Objects.requireNonNullElseGet(messageId, () -> world.name("event-"));
        publish(new Event(topic, id, body, RequestOptions.DEFAULT, null));
        return id;
    }

    @Override
    public Result<List<String>> solicit(Solicitation event) {
        Ticket gathering = new Ticket(event.conversationId(), event.ticket());
        publish(new Event(event.topic(), event.conversationId(), event.body(), RequestOptions.DEFAULT, gathering));
        return Result.of(
                subscribed(event.topic()).stream().map(MethodSubscription::name).toList());
    }

    @Override
    public String pattern() {
        return PublishPattern.NAME;
    }

    @Override
    public boolean takes(PendingRequest request) {
        return request.request().operation().name().equals(ParleyOperations.PUBLISH);
    }

    @Override
    public void enact(UnitOfWork unit, Conversation conversation, Effect.OfPattern effect) {
        if (!(effect instanceof Publish publish)) {
            throw EffectExecutor.unknown(conversation, effect);
        }
        String topic = publish.order().topic();
        publish(
                topic,
                conversation.sender(),
                conversation.id(),
                conversation.hops(),
                publish.order().event());
        String reply = PublishedText.of(new Published(topic, conversation.id(), false));
        unit.tell(
                conversation.id(),
                new PublishDone(reply, null),
                new Received(
                        MessageKind.NOTICE,
                        EffectExecutor.PARLEY,
                        conversation.id() + ".published",
                        conversation.correlationId(),
                        reply));
    }
}
