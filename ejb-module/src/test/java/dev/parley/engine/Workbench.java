package dev.parley.engine;

import dev.parley.conversation.Address;
import dev.parley.conversation.AddressPolicy;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.Pattern;
import dev.parley.conversation.RequestLimits;
import dev.parley.directory.Operations;
import dev.parley.directory.ServedOperation;
import dev.parley.exchange.Exchanges;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An engine without a server: the real pattern and batches, with ledger, gateway and clock in memory. */
final class Workbench {

    static final Instant START = Instant.parse("2026-01-31T12:00:00Z");

    final MemoryLedger ledger = new MemoryLedger();
    final MemoryGateway gateway = new MemoryGateway();
    final OperationProfiles profiles = new OperationProfiles();
    final ScriptedOperation operation;
    final ScriptedDirectory directory;
    boolean doomed;
    private Instant now = START;
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

    Unit unit() {
        Settings settings = SettingsReader.read(key ->
                Optional.ofNullable(Map.of("parley.operation.attempts", "3").get(key)));
        RequestLimits limits = new RequestLimits(
                1000, Duration.ofHours(1), Duration.ofDays(30), new AddressPolicy(List.of("reply.*")), 10);
        Pattern pattern = new Exchanges(limits);
        OperationCalls calls = new OperationCalls(profiles, clock, outcome, 1000);
        return new Unit(
                pattern,
                ledger,
                gateway,
                calls,
                profiles,
                new LanePolicy(settings.slowOperation(), settings.inlineOperation()),
                directory,
                settings,
                clock);
    }

    List<Receipt> receive(Envelope... requests) {
        List<Intake> intakes =
                List.of(requests).stream().map(r -> intake(r, false)).toList();
        return new RequestBatch(unit()).handle(intakes);
    }

    /** Forgets what was stored and sent, as a rollback does; what is known of the operation stays. */
    void rollBack() {
        ledger.inbox.clear();
        ledger.conversations.clear();
        ledger.journal.clear();
        gateway.sent.clear();
        gateway.queued.clear();
    }

    Receipt receiveAgainAfterRollback(Envelope request) {
        return new RequestBatch(unit()).handle(List.of(intake(request, true))).get(0);
    }

    Intake intake(Envelope request, boolean triedBefore) {
        ids++;
        return new Intake(
                new CheckedRequest(request, directory.listing(), operation.read(request.body())),
                "c" + ids,
                !triedBefore,
                triedBefore,
                null,
                gateway.parked::add);
    }

    void work(String conversationId, Lane from) {
        work(new Work(conversationId, operation.name(), null), from);
    }

    void work(Work work, Lane from) {
        new WorkBatch(unit(), operations()).run(List.of(new WorkItem(work, from, false, gateway.parked::add)));
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
        Address reply = Address.queue("reply.alice");
        return new Envelope(
                "place-order",
                body,
                MessageExchangePattern.IN_OUT,
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

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };
}
