package dev.parley.engine.run;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Event;
import dev.parley.conversation.Patterns;
import dev.parley.conversation.RequestLimits;
import dev.parley.directory.Directory;
import dev.parley.directory.Operations;
import dev.parley.engine.call.DeadlineMissed;
import dev.parley.engine.call.LanePolicy;
import dev.parley.engine.call.OperationCalls;
import dev.parley.engine.call.OperationFailed;
import dev.parley.engine.call.OperationProfiles;
import dev.parley.engine.commit.BatchLimit;
import dev.parley.engine.config.Delivery;
import dev.parley.engine.config.Settings;
import dev.parley.engine.config.SettingsReader;
import dev.parley.engine.gateway.DeadLettering;
import dev.parley.engine.gateway.Gateway;
import dev.parley.engine.gateway.MailboxDelivery;
import dev.parley.engine.gateway.OutboxGateway;
import dev.parley.engine.gateway.Taken;
import dev.parley.engine.journal.ConversationStore;
import dev.parley.engine.trace.Spans;
import dev.parley.engine.wire.Lane;
import dev.parley.engine.wire.Queues;
import dev.parley.engine.wire.WireFormat;
import dev.parley.engine.wire.WireMessage;
import dev.parley.message.Arrival;
import dev.parley.message.Headers;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import dev.parley.simulation.Broker;
import dev.parley.simulation.Node;
import dev.parley.simulation.Parcel;
import dev.parley.simulation.Transaction;
import dev.parley.simulation.VirtualClock;
import dev.parley.simulation.World;
import dev.parley.turn.engine.TurnEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** A node with the real engine: its listeners, its timer and its memory, over a simulated broker and database. */
public final class SimulatedEngine {

    private static final Map<String, String> CONFIGURATION = Map.of(
            "parley.operation.attempts",
            "3",
            "parley.deadline.default",
            "PT5M",
            "parley.sweep.interval",
            "PT15S",
            "parley.turn.timeout",
            "PT2M");
    private static final Settings SETTINGS = SettingsReader.read(key -> Optional.ofNullable(CONFIGURATION.get(key)));
    private static final int MOST_DUE = 200;
    private static final Duration CALM_SWEEPS = Duration.ofHours(6);

    private final World world;
    private final Broker broker;
    private final EngineTables tables;
    private final Patterns patterns;
    private final Operations operations;
    private final Directory directory;
    private final Deque<Transaction> current;
    private final Defect defect;
    private final RequestCheck check;
    private final VirtualClock clock;
    private final LanePolicy lanes = new LanePolicy(SETTINGS.slowOperation(), SETTINGS.inlineOperation());
    private final Delivery delivery;
    private final Node node;
    private final SimulatedSweeper sweeper;
    private final SimulatedAlarm alarm;
    private final List<PatternEngine> parts;
    private OperationProfiles profiles = new OperationProfiles();

    /** @param current the transactions that operations run in, the innermost first */
    public SimulatedEngine(
            World world,
            Broker broker,
            EngineTables tables,
            Patterns patterns,
            Operations operations,
            Directory directory,
            Deque<Transaction> current,
            Defect defect,
            Delivery delivery) {
        this(world, broker, tables, patterns, operations, directory, current, defect, delivery, List.of());
    }

    /**
     * @param current the transactions that operations run in, the innermost first
     * @param parts the parts of the engine that patterns bring, besides that for turns
     */
    public SimulatedEngine(
            World world,
            Broker broker,
            EngineTables tables,
            Patterns patterns,
            Operations operations,
            Directory directory,
            Deque<Transaction> current,
            Defect defect,
            Delivery delivery,
            List<PatternEngine> parts) {
        this.parts = List.copyOf(parts);
        this.world = world;
        this.broker = broker;
        this.tables = tables;
        this.patterns = patterns;
        this.operations = operations;
        this.directory = directory;
        this.current = current;
        this.defect = defect;
        this.delivery = delivery;
        this.clock = new VirtualClock(world);
        this.check = new RequestCheck(directory, MailboxDelivery.none());
        node = new Node(world, broker, world.name("node"), this::judge);
        node.onStart(() -> profiles = new OperationProfiles());
        listen();
        sweeper = new SimulatedSweeper(world, broker, node, tables, defect, SETTINGS.sweepInterval());
        if (delivery == Delivery.OUTBOX) {
            node.onStart(sweeper::start);
        }
        // Where nothing goes wrong each deadline is known, and nobody has to look whether there is another
        Duration interval = world.isCalm() ? CALM_SWEEPS : SETTINGS.sweepInterval();
        alarm = new SimulatedAlarm(world, node, interval, this::sweep, this::nextDue);
        if (defect != Defect.DEADLINES_IGNORED) {
            node.onStart(alarm::start);
        }
    }

    /** A broker with the engine's queues, as the server is configured with them. */
    public static Broker broker(World world) {
        Broker broker = new Broker(world, BrokerGateway.DEAD, Queues.EXPIRED);
        broker.queue(Queues.REQUESTS, 200, 100);
        broker.queue(Queues.REPLIES, 200, 100);
        broker.queue(Queues.WORK, 1000, 100);
        broker.queue(Queues.ISOLATED_WORK, 1000, 100);
        broker.queue(Queues.SLOW_WORK, 1000, 100);
        broker.queue(Queues.GROUPED_WORK, 1000, 100);
        return broker;
    }

    /** Where requests go. */
    public static String requests() {
        return Queues.REQUESTS;
    }

    /** How often an operation that fails is tried. */
    public static int attempts() {
        return SETTINGS.attempts();
    }

    /** What is allowed in requests. */
    public static RequestLimits limits() {
        return SETTINGS.limits();
    }

    /** New tracks of transactions, for the engines of one world. */
    public static Deque<Transaction> transactions() {
        return new ArrayDeque<>();
    }

    /** Moves its clock away from the world's time. */
    public void moveClock(Duration away) {
        clock.move(away);
    }

    /** Has somebody cancel a conversation on this node, if it is up. */
    public void cancel(String conversationId, String by) {
        node.after(
                0,
                () -> node.transaction(
                        "cancel",
                        transaction -> within(transaction, () -> {
                            Sending sending = new Sending(transaction);
                            UnitOfWork unit = unit(transaction, sending.gateway());
                            Conversation conversation =
                                    unit.store().find(List.of(conversationId)).get(conversationId);
                            String body = unit.store()
                                    .requestBodies(List.of(conversationId))
                                    .get(conversationId);
                            var decision = patterns.decide(conversation, new Event.Cancelled(by), unit.now());
                            if (!decision.effects().isEmpty()) {
                                DeadLettering parking = reason -> unit.gateway().park(conversation, body, reason);
                                var enactment = new EffectExecutor(unit, parking);
                                unit.store().update(enactment.enact(decision.conversation(), decision.effects()));
                                unit.parents().give(unit);
                            }
                            sending.end();
                        })));
    }

    /** What a pattern does with what has come from a queue of its own. */
    @FunctionalInterface
    public interface Receiving {
        void receive(UnitOfWork unit, Transaction transaction, List<Taken> taken);
    }

    /** Has a pattern take messages from a queue of its own. */
    public void inlet(String queue, Receiving receiving) {
        broker.listen(
                queue,
                node,
                4,
                (first, transaction) -> within(transaction, () -> {
                    transaction.checkpoint("before it drains");
                    Sending sending = new Sending(transaction);
                    List<Taken> taken = drain(first, queue, transaction).stream()
                            .map(d -> taken(d, queue, sending))
                            .toList();
                    UnitOfWork unit = unit(transaction, sending.gateway());
                    receiving.receive(unit, transaction, taken);
                    unit.parents().give(unit);
                    sending.end();
                }));
    }

    private static Taken taken(dev.parley.simulation.Delivery delivery, String queue, Sending sending) {
        Parcel parcel = delivery.parcel();
        String looks = parcel.property(WireFormat.LOOKS);
        return new Taken(
                arrival(delivery),
                () -> {
                    throw new IllegalStateException("It is a text");
                },
                looks == null ? 0 : Integer.parseInt(looks),
                reason -> sending.parkRefused(parcel, reason),
                reason -> sending.parkAccepted(parcel, reason),
                times -> sending.later(queue, parcel, times));
    }

    /** Has something done in a transaction on this node, if it is up. */
    public void happen(String name, BiConsumer<UnitOfWork, Transaction> work) {
        node.after(
                0,
                () -> node.transaction(
                        name,
                        transaction -> within(transaction, () -> {
                            Sending sending = new Sending(transaction);
                            UnitOfWork unit = unit(transaction, sending.gateway());
                            work.accept(unit, transaction);
                            unit.parents().give(unit);
                            sending.end();
                        })));
    }

    /** Has a person intervene in a conversation on this node, if it is up; what is refused changes nothing. */
    public void intervene(String conversationId, Event event) {
        happen("intervention", (unit, transaction) -> {
            Conversation conversation =
                    unit.store().findLocked(List.of(conversationId)).get(conversationId);
            try {
                var decision = patterns.decide(conversation, event, unit.now());
                DeadLettering parking = reason -> unit.gateway().park(conversation, "{}", reason);
                unit.store()
                        .update(new EffectExecutor(unit, parking).enact(decision.conversation(), decision.effects()));
            } catch (Refusal refused) {
                world.trace("refused: %s", refused.getMessage());
            }
        });
    }

    /** Starts the node. */
    public void start() {
        node.start();
    }

    /** An engine fails as it says it does; anything else is a mistake in it. */
    private void judge(RuntimeException failure) {
        boolean expected = failure instanceof OperationFailed
                || failure instanceof DeadlineMissed
                || failure instanceof dev.parley.simulation.Conflict;
        if (!expected) {
            world.violated(new dev.parley.simulation.Violation("the engine fails only as it says", failure.toString()));
        }
    }

    private void listen() {
        broker.listen(Queues.REQUESTS, node, 4, (first, transaction) -> request(first, transaction, true));
        broker.listen(Queues.EXPIRED, node, 1, (first, transaction) -> request(first, transaction, false));
        broker.listen(Queues.REPLIES, node, 4, this::answer);
        broker.listen(Queues.WORK, node, 4, (first, transaction) -> work(first, transaction, Lane.SHARED));
        broker.listen(Queues.ISOLATED_WORK, node, 8, (first, transaction) -> work(first, transaction, Lane.ISOLATED));
        broker.listen(Queues.GROUPED_WORK, node, 4, (first, transaction) -> work(first, transaction, Lane.GROUPED));
        broker.listen(Queues.SLOW_WORK, node, 8, (first, transaction) -> work(first, transaction, Lane.SLOW));
    }

    private UnitOfWork unit(Transaction transaction, Gateway gateway) {
        return new UnitOfWork(
                patterns,
                engines(transaction),
                new SimulatedConversationStore(tables, transaction, defect, this::dueAt),
                gateway,
                new OperationCalls(profiles, clock, OUTCOME, SETTINGS.limits().maxBodySize()),
                profiles,
                lanes,
                directory,
                SETTINGS,
                clock,
                () -> world.name("c"),
                new ParentAnswers(),
                new Chain(),
                Spans.NONE);
    }

    private PatternEngines engines(Transaction transaction) {
        List<PatternEngine> all = new ArrayList<>(parts);
        all.add(new TurnEngine(new SimulatedEarlyTurns(tables, transaction)));
        return new PatternEngines(all);
    }

    /**
     * What a transaction sends with: to the broker, or to the outbox and, for what is only passed on, to the broker.
     */
    private final class Sending {

        private final Transaction transaction;
        private final BrokerGateway direct;
        private final OutboxGateway outbox;
        private final List<Runnable> onward = new ArrayList<>();

        Sending(Transaction transaction) {
            this.transaction = transaction;
            direct = new BrokerGateway(world, broker, transaction, defect);
            outbox = new OutboxGateway(
                    new StoreOutbox(world, tables, transaction, transaction.database(), defect),
                    MailboxDelivery.none(),
                    (lane, work) -> onward.add(() -> direct.work(lane, work)));
        }

        Gateway gateway() {
            return delivery == Delivery.XA ? direct : outbox;
        }

        void parkRefused(Parcel parcel, Problem reason) {
            if (delivery == Delivery.XA) {
                direct.park(parcel, reason);
            } else {
                onward.add(() -> direct.park(parcel, reason));
            }
        }

        void later(String queue, Parcel parcel, int looks) {
            if (delivery == Delivery.XA) {
                direct.later(queue, parcel, looks);
            } else {
                onward.add(() -> direct.later(queue, parcel, looks));
            }
        }

        void parkAccepted(Parcel parcel, Problem reason) {
            if (delivery == Delivery.XA) {
                direct.park(parcel, reason);
            } else {
                outbox.park(message(parcel), Queues.REQUESTS, reason, null);
            }
        }

        private WireMessage message(Parcel parcel) {
            return new WireMessage(
                    Queues.DEAD,
                    parcel.type(),
                    parcel.correlationId(),
                    parcel.replyTo(),
                    null,
                    new HashMap<String, Object>(parcel.properties()),
                    parcel.body(),
                    Duration.ZERO,
                    null);
        }

        void end() {
            if (delivery == Delivery.OUTBOX) {
                outbox.close();
                transaction.onCommit(sweeper::ask);
                transaction.commitDatabase();
                onward.forEach(Runnable::run);
            }
        }
    }

    private void request(dev.parley.simulation.Delivery first, Transaction transaction, boolean drains) {
        within(transaction, () -> {
            transaction.checkpoint("before it drains");
            Sending sending = new Sending(transaction);
            List<dev.parley.simulation.Delivery> batch =
                    drains ? drain(first, Queues.REQUESTS, transaction) : List.of(first);
            List<RequestArrival> arrivals = batch.stream()
                    .map(d -> new RequestArrival(
                            arrival(d),
                            reason -> sending.parkRefused(d.parcel(), reason),
                            reason -> sending.parkAccepted(d.parcel(), reason)))
                    .toList();
            new RequestReception(unit(transaction, sending.gateway()), check, () -> world.name("c")).receive(arrivals);
            sending.end();
        });
    }

    private void answer(dev.parley.simulation.Delivery first, Transaction transaction) {
        within(transaction, () -> {
            transaction.checkpoint("before it drains");
            Sending sending = new Sending(transaction);
            List<AnswerArrival> arrivals = drain(first, Queues.REPLIES, transaction).stream()
                    .map(d -> answerArrival(d, sending))
                    .toList();
            new AnswerReception(unit(transaction, sending.gateway())).receive(arrivals);
            sending.end();
        });
    }

    private static AnswerArrival answerArrival(dev.parley.simulation.Delivery delivery, Sending sending) {
        Parcel parcel = delivery.parcel();
        String looks = parcel.property(WireFormat.LOOKS);
        return new AnswerArrival(
                arrival(delivery),
                looks == null ? 0 : Integer.parseInt(looks),
                reason -> sending.parkRefused(parcel, reason),
                reason -> sending.parkAccepted(parcel, reason),
                times -> sending.later(Queues.REPLIES, parcel, times));
    }

    private static Arrival arrival(dev.parley.simulation.Delivery delivery) {
        Parcel parcel = delivery.parcel();
        return new Arrival(
                parcel.type(),
                parcel.id(),
                parcel.correlationId(),
                parcel.replyTo(),
                parcel.properties(),
                parcel.expiresAt(),
                delivery.redelivered(),
                parcel.property("JMSXGroupID"),
                null,
                parcel.body(),
                null);
    }

    private void work(dev.parley.simulation.Delivery first, Transaction transaction, Lane lane) {
        within(transaction, () -> {
            transaction.checkpoint("before it drains");
            Sending sending = new Sending(transaction);
            List<dev.parley.simulation.Delivery> batch =
                    lane == Lane.SHARED ? drain(first, Queues.WORK, transaction) : List.of(first);
            List<WorkArrival> arrivals =
                    batch.stream().map(d -> workArrival(d, sending)).toList();
            UnitOfWork unit = unit(transaction, sending.gateway());
            new WorkReception(unit, operations, new OwnTransactions(unit.store())).receive(arrivals, lane);
            sending.end();
        });
    }

    private static WorkArrival workArrival(dev.parley.simulation.Delivery delivery, Sending sending) {
        Parcel parcel = delivery.parcel();
        return new WorkArrival(
                parcel.property(Headers.CONVERSATION_ID),
                parcel.type(),
                parcel.property("JMSXGroupID"),
                Integer.parseInt(parcel.property(WireFormat.LOOKS)),
                delivery.redelivered(),
                1,
                reason -> sending.parkRefused(parcel, reason),
                Integer.parseInt(java.util.Objects.requireNonNullElse(parcel.property(Headers.TURN), "0")));
    }

    private List<dev.parley.simulation.Delivery> drain(
            dev.parley.simulation.Delivery first, String queue, Transaction transaction) {
        BatchLimit limit = new BatchLimit(SETTINGS.batchSize(), SETTINGS.batchTime());
        List<dev.parley.simulation.Delivery> batch = new ArrayList<>();
        dev.parley.simulation.Delivery next = first;
        while (next != null) {
            Parcel parcel = next.parcel();
            batch.add(next);
            boolean atOnce = !"true".equalsIgnoreCase(parcel.property(Headers.ACKNOWLEDGE));
            limit.took(atOnce ? profiles.of(String.valueOf(parcel.type())).mean() : Duration.ZERO);
            boolean more = limit.hasRoom()
                    && !BatchLimit.isAlone(first.redelivered(), first.parcel().property("JMSXGroupID"));
            next = more ? transaction.receiveNoWait(queue) : null;
        }
        return batch;
    }

    private void dueAt(Instant instant) {
        if (defect != Defect.DEADLINES_IGNORED) {
            alarm.armIfEarlier(instant);
        }
    }

    private void sweep(Runnable then) {
        node.transaction("deadlines", transaction -> {
            transaction.onEnd(then);
            within(transaction, () -> {
                Sending sending = new Sending(transaction);
                new DueBatch(unit(transaction, sending.gateway())).sweep(MOST_DUE);
                sending.end();
            });
        });
    }

    private Instant nextDue() {
        return Stream.concat(
                        tables.conversations.committed().stream()
                                .filter(c -> !c.status().isFinal())
                                .map(c -> c.dueAt()),
                        tables.kept().stream().map(k -> k.request().expiresAt()))
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    private void within(Transaction transaction, Runnable work) {
        current.push(transaction);
        try {
            work.run();
        } finally {
            current.pop();
        }
    }

    private final class OwnTransactions implements Attempts {

        private final ConversationStore store;

        OwnTransactions(ConversationStore store) {
            this.store = store;
        }

        @Override
        public void begin(String conversationId, int turn) {
            store.beginAttempt(conversationId, turn, world.now());
        }

        @Override
        public void failed(OperationFailed failed, Duration pause) {
            store.noteFailure(failed.conversationId(), failed.why(), world.now().plus(pause));
        }
    }

    /** Rows that conflict are found when they are stored; nothing dooms a transaction before. */
    private static final OperationCalls.Outcome OUTCOME = new OperationCalls.Outcome() {
        @Override
        public boolean isDoomed() {
            return false;
        }

        @Override
        public void ran(String operation) {}

        @Override
        public void failureIsKnown() {}
    };
}
