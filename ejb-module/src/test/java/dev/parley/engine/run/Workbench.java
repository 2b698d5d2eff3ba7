package dev.parley.engine.run;

import dev.parley.conversation.ConversationPattern;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.Event;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.Patterns;
import dev.parley.conversation.RequestLimits;
import dev.parley.directory.Operations;
import dev.parley.directory.ServedOperation;
import dev.parley.engine.call.LanePolicy;
import dev.parley.engine.call.OperationCalls;
import dev.parley.engine.call.OperationProfiles;
import dev.parley.engine.config.Settings;
import dev.parley.engine.config.SettingsReader;
import dev.parley.engine.trace.Spans;
import dev.parley.engine.wire.Lane;
import dev.parley.engine.wire.OperationWork;
import dev.parley.exchange.Compensations;
import dev.parley.exchange.ExchangePattern;
import dev.parley.exchange.UndoTerms;
import dev.parley.message.Address;
import dev.parley.message.AddressPolicy;
import dev.parley.message.Arrival;
import dev.parley.message.Headers;
import dev.parley.message.MessageKind;
import dev.parley.message.TraceParent;
import dev.parley.turn.TurnPattern;
import dev.parley.turn.engine.TurnEngine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An engine without a server: the real pattern and batches, with store, gateway and clock in memory. */
final class Workbench {

    static final Instant START = Instant.parse("2026-01-31T12:00:00Z");

    final MemoryConversationStore store = new MemoryConversationStore();
    final MemoryGateway gateway = new MemoryGateway();
    final OperationProfiles profiles = new OperationProfiles();
    final ScriptedOperation operation;
    final ScriptedDirectory directory;
    final MemoryEarlyTurns early = new MemoryEarlyTurns();
    final List<ConversationPattern<?>> more = new ArrayList<>();
    final List<PatternEngine> parts = new ArrayList<>();
    final List<Integer> later = new ArrayList<>();
    Compensations compensations = Compensations.NONE;
    Spans spans = Spans.NONE;
    boolean doomed;
    private Instant now = START;
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private int ids;

    Workbench(ScriptedOperation operation) {
        this.operation = operation;
        this.directory = new ScriptedDirectory(operation);
    }

    /** Lets the engine know the operation as a quick one. */
    Workbench knowing() {
        profiles.ran(operation.name(), Duration.ofMillis(1));
        return this;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    private Patterns patterns(RequestLimits limits) {
        List<ConversationPattern<?>> all = new ArrayList<>(more);
        all.add(new ExchangePattern(compensations, UndoTerms.DEFAULT));
        all.add(new TurnPattern(limits));
        return new Patterns(all);
    }

    UnitOfWork unit() {
        Settings settings = SettingsReader.read(key ->
                Optional.ofNullable(Map.of("parley.operation.attempts", "3").get(key)));
        RequestLimits limits = new RequestLimits(
                1000, Duration.ofHours(1), Duration.ofDays(30), new AddressPolicy(List.of("reply.*")), 10);
        Patterns patterns = patterns(limits);
        OperationCalls calls = new OperationCalls(profiles, clock, outcome, 1000);
        return new UnitOfWork(
                        patterns,
                        new PatternEngines(Stream.concat(Stream.of(new TurnEngine(early)), parts.stream())
                                .toList()),
                        store,
                        gateway,
                        calls,
                        profiles,
                        new LanePolicy(settings.slowOperation(), settings.inlineOperation()),
                        directory,
                        settings,
                        clock)
                .recorded(spans);
    }

    List<Receipt> receive(Envelope... requests) {
        List<PendingRequest> intakes =
                List.of(requests).stream().map(r -> intake(r, false)).toList();
        return new RequestBatch(unit()).handle(intakes);
    }

    /** Forgets what was stored and sent, as a rollback does; what is known of the operation stays. */
    void rollBack() {
        store.inbox.clear();
        store.conversations.clear();
        store.journal.clear();
        gateway.sent.clear();
        gateway.queued.clear();
    }

    Receipt receiveAgainAfterRollback(Envelope request) {
        return new RequestBatch(unit()).handle(List.of(intake(request, true))).get(0);
    }

    Receipt receiveInGroup(Envelope request, String group) {
        return new RequestBatch(unit())
                .handle(List.of(intake(request, false, group)))
                .get(0);
    }

    PendingRequest intake(Envelope request, boolean triedBefore) {
        return intake(request, triedBefore, null);
    }

    private PendingRequest intake(Envelope request, boolean triedBefore, String group) {
        ids++;
        return new PendingRequest(
                new CheckedRequest(request, directory.listing(), operation.read(request.body())),
                "c" + ids,
                !triedBefore,
                triedBefore,
                group,
                gateway.parked::add);
    }

    /** Receives what a provider answered, after its conversation was looked for that often. */
    void answer(String correlationId, MessageKind kind, String body, int looks) {
        new AnswerReception(unit()).receive(List.of(arrival(correlationId, kind, body, looks)));
    }

    /** Receives a reply in that trace. */
    void answerIn(String trace, String correlationId) {
        ids++;
        Map<String, String> properties = Map.of(Headers.KIND, MessageKind.REPLY.label(), TraceParent.NAME, trace);
        Arrival arrival =
                new Arrival(null, "ID:a" + ids, correlationId, null, properties, null, false, null, null, "{}", null);
        new AnswerReception(unit())
                .receive(List.of(new AnswerArrival(arrival, 0, gateway.parked::add, gateway.parked::add, later::add)));
    }

    /** Receives replies in one batch. */
    void answers(String correlationId, String... bodies) {
        new AnswerReception(unit())
                .receive(Stream.of(bodies)
                        .map(body -> arrival(correlationId, MessageKind.REPLY, body, 0))
                        .toList());
    }

    private AnswerArrival arrival(String correlationId, MessageKind kind, String body, int looks) {
        ids++;
        Map<String, String> properties = Map.of(Headers.KIND, kind.label());
        Arrival arrival =
                new Arrival(null, "ID:a" + ids, correlationId, null, properties, null, false, null, null, body, null);
        return new AnswerArrival(arrival, looks, gateway.parked::add, gateway.parked::add, later::add);
    }

    void work(String conversationId, Lane from) {
        work(new OperationWork(conversationId, operation.name(), null), from);
    }

    /** Works on conversations in one batch. */
    void workOn(List<String> conversationIds) {
        new WorkBatch(unit(), operations())
                .run(conversationIds.stream()
                        .map(id -> new WorkItem(
                                new OperationWork(id, operation.name(), null), Lane.SHARED, false, gateway.parked::add))
                        .toList());
    }

    void work(OperationWork work, Lane from) {
        new WorkBatch(unit(), operations()).run(List.of(new WorkItem(work, from, false, gateway.parked::add)));
    }

    /** Has an event happen to a conversation because a person wants it; true if that changed anything. */
    boolean intervene(String conversationId, Event event) {
        return new Intervention(unit())
                .happen(store.conversations.get(conversationId), event)
                .orThrow();
    }

    int sweep() {
        return new DueBatch(unit()).sweep(100);
    }

    private Operations operations() {
        return new Operations() {
            @Override
            public Optional<ServedOperation> find(String name) {
                return Optional.of(operation);
            }

            @Override
            public Set<String> names() {
                return Set.of(operation.name());
            }
        };
    }

    static Envelope request(String messageId, String body, boolean acknowledge) {
        return named(messageId, body, acknowledge, null);
    }

    static Envelope named(String messageId, String body, boolean acknowledge, String conversationId) {
        return request(messageId, body, acknowledge, conversationId, MessageExchangePattern.IN_OUT);
    }

    static Envelope request(
            String messageId,
            String body,
            boolean acknowledge,
            String conversationId,
            MessageExchangePattern exchange) {
        Address reply = Address.queue("reply.alice");
        return new Envelope(
                "place-order",
                body,
                exchange,
                reply.toString(),
                null,
                messageId,
                messageId,
                reply,
                null,
                acknowledge,
                null,
                conversationId,
                START.plusSeconds(60),
                0);
    }

    private final OperationCalls.Outcome outcome = new OperationCalls.Outcome() {
        @Override
        public boolean isDoomed() {
            return doomed;
        }

        @Override
        public void ran(String operation) {}

        @Override
        public void failureIsKnown() {}
    };
}
