package dev.parley.engine;

import dev.parley.conversation.Arrival;
import dev.parley.conversation.Headers;
import dev.parley.conversation.Pattern;
import dev.parley.conversation.RequestLimits;
import dev.parley.directory.Directory;
import dev.parley.directory.Operations;
import dev.parley.simulation.Broker;
import dev.parley.simulation.Delivery;
import dev.parley.simulation.Node;
import dev.parley.simulation.Parcel;
import dev.parley.simulation.Transaction;
import dev.parley.simulation.VirtualClock;
import dev.parley.simulation.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final World world;
    private final Broker broker;
    private final EngineTables tables;
    private final Pattern pattern;
    private final Operations operations;
    private final Directory directory;
    private final Deque<Transaction> current;
    private final Defect defect;
    private final RequestCheck check;
    private final VirtualClock clock;
    private final LanePolicy lanes = new LanePolicy(SETTINGS.slowOperation());
    private final Node node;
    private final SimulatedAlarm alarm;
    private OperationProfiles profiles = new OperationProfiles();

    /**
     * @param current the transactions that operations run in, the innermost first
     */
    public SimulatedEngine(
            World world,
            Broker broker,
            EngineTables tables,
            Pattern pattern,
            Operations operations,
            Directory directory,
            Deque<Transaction> current,
            Defect defect) {
        this.world = world;
        this.broker = broker;
        this.tables = tables;
        this.pattern = pattern;
        this.operations = operations;
        this.directory = directory;
        this.current = current;
        this.defect = defect;
        this.clock = new VirtualClock(world);
        this.check = new RequestCheck(directory);
        node = new Node(world, broker, world.name("node"), this::judge);
        node.onStart(() -> profiles = new OperationProfiles());
        listen();
        alarm = new SimulatedAlarm(world, node, SETTINGS.sweepInterval(), this::sweep, this::nextDue);
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

    private Unit unit(Transaction transaction) {
        return new Unit(
                pattern,
                new StoreLedger(tables, transaction, defect, this::dueAt),
                new BrokerGateway(world, broker, transaction, defect),
                new OperationCalls(profiles, clock, OUTCOME, SETTINGS.limits().maxBodySize()),
                profiles,
                lanes,
                directory,
                SETTINGS,
                clock);
    }

    private void request(Delivery first, Transaction transaction, boolean drains) {
        within(transaction, () -> {
            transaction.checkpoint("before it drains");
            Unit unit = unit(transaction);
            List<Delivery> batch = drains ? drain(first, Queues.REQUESTS, transaction) : List.of(first);
            List<RequestArrival> arrivals = new ArrayList<>();
            for (Delivery delivery : batch) {
                Parcel parcel = delivery.parcel();
                arrivals.add(new RequestArrival(
                        arrival(delivery), reason -> ((BrokerGateway) unit.gateway()).park(parcel, reason)));
            }
            new RequestReception(unit, check, () -> world.name("c")).receive(arrivals);
        });
    }

    private void answer(Delivery first, Transaction transaction) {
        within(transaction, () -> {
            transaction.checkpoint("before it drains");
            Unit unit = unit(transaction);
            BrokerGateway gateway = (BrokerGateway) unit.gateway();
            List<AnswerArrival> arrivals = new ArrayList<>();
            for (Delivery delivery : drain(first, Queues.REPLIES, transaction)) {
                Parcel parcel = delivery.parcel();
                String looks = parcel.property(JmsGateway.LOOKS);
                arrivals.add(new AnswerArrival(
                        arrival(delivery),
                        looks == null ? 0 : Integer.parseInt(looks),
                        reason -> gateway.park(parcel, reason),
                        times -> gateway.later(Queues.REPLIES, parcel, times)));
            }
            new AnswerReception(unit).receive(arrivals);
        });
    }

    private static Arrival arrival(Delivery delivery) {
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

    private void work(Delivery first, Transaction transaction, Lane lane) {
        within(transaction, () -> {
            transaction.checkpoint("before it drains");
            Unit unit = unit(transaction);
            List<Delivery> batch = lane == Lane.SHARED ? drain(first, Queues.WORK, transaction) : List.of(first);
            List<WorkArrival> arrivals =
                    batch.stream().map(d -> workArrival(d, unit)).toList();
            new WorkReception(unit, operations, new OwnTransactions(unit.ledger())).receive(arrivals, lane);
        });
    }

    private static WorkArrival workArrival(Delivery delivery, Unit unit) {
        Parcel parcel = delivery.parcel();
        return new WorkArrival(
                parcel.property(Headers.CONVERSATION_ID),
                parcel.type(),
                parcel.property("JMSXGroupID"),
                Integer.parseInt(parcel.property(JmsGateway.LOOKS)),
                delivery.redelivered(),
                reason -> ((BrokerGateway) unit.gateway()).park(parcel, reason),
                Integer.parseInt(parcel.property(Headers.TURN)));
    }

    private List<Delivery> drain(Delivery first, String queue, Transaction transaction) {
        BatchLimit limit = new BatchLimit(SETTINGS.batchSize(), SETTINGS.batchTime());
        List<Delivery> batch = new ArrayList<>();
        Delivery next = first;
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
            within(transaction, () -> new DueBatch(unit(transaction)).sweep(MOST_DUE));
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

        private final Ledger ledger;

        OwnTransactions(Ledger ledger) {
            this.ledger = ledger;
        }

        @Override
        public void begin(String conversationId, int turn) {
            ledger.beginAttempt(conversationId, turn, world.now());
        }

        @Override
        public void failed(String conversationId, String why) {
            ledger.noteFailure(conversationId, why);
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
