package dev.parley.engine.run;

import dev.parley.conversation.ConversationView;
import dev.parley.engine.commit.Collision;
import dev.parley.engine.commit.GroupCommit;
import dev.parley.engine.commit.Ids;
import dev.parley.engine.commit.LockedRequests;
import dev.parley.engine.commit.Transactions;
import dev.parley.engine.config.Settings;
import dev.parley.engine.gateway.DeadLettering;
import dev.parley.engine.gateway.Gateway;
import dev.parley.engine.gateway.Gateways;
import dev.parley.engine.trace.Tracing;
import dev.parley.engine.wire.Lane;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The acceptor of checked requests: it accepts them durably, many with one commit, which also holds the work of
 * operations that are known to be quick.
 */
@ApplicationScoped
public class RequestAcceptor {

    @Resource
    ManagedExecutorService executor;

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Inject
    UnitsOfWork units;

    @Inject
    Gateways gateways;

    @Inject
    Transactions transactions;

    @Inject
    Settings settings;

    @Inject
    Tracing tracing;

    private LockedRequests<PendingRequest, Receipt> lockedRequests;

    @PostConstruct
    void prepare() {
        InlineCommit commit = new InlineCommit(units::mayPrecedeAcknowledgment, this::commit);
        var commits =
                new GroupCommit<>(commit::commit, executor, executor, GroupCommit.Limits.of(settings), this::expected);
        lockedRequests = new LockedRequests<>(commits::submit, commits::submit, Receipt::isLocked, scheduler);
    }

    /** A new id. */
    public String newId() {
        return Ids.next();
    }

    /** The time now, as precise as it is on the wire: in milliseconds. */
    public Instant now() {
        return units.now();
    }

    /**
     * Accepts a request. The stage completes after the commit, or with a {@link Refusal}, or with why nothing could be
     * committed.
     */
    public CompletionStage<ConversationView> accept(CheckedRequest request) {
        DeadLettering nowhere = reason -> {
            // whoever sent it over HTTP is told in the answer
        };
        return lockedRequests
                .submit(new PendingRequest(ofCaller(request), Ids.next(), true, false, null, nowhere))
                .thenApply(RequestAcceptor::view);
    }

    /** It is committed in another thread, together with those of others. */
    private CheckedRequest ofCaller(CheckedRequest request) {
        return request.in(
                tracing.spans().caller(request.envelope().particulars().trace()));
    }

    /**
     * Accepts a request in the current transaction, or in one of its own if there is none.
     *
     * @throws Refusal if it is refused
     */
    public ConversationView acceptHere(CheckedRequest request) {
        return view(transactions.inCurrent(() -> {
            try (Gateway gateway = gateways.open()) {
                DeadLettering nowhere = reason -> {
                    // whoever asked is told by an exception
                };
                PendingRequest intake = new PendingRequest(request, Ids.next(), false, false, null, nowhere);
                return new RequestBatch(units.unit(gateway))
                        .handle(List.of(intake))
                        .get(0);
            }
        }));
    }

    /**
     * A request that is to be accepted within a unit of work.
     *
     * @param group the message group whose order is kept; null for none
     * @param atOnce true if its operation may run in the same transaction
     */
    public PendingRequest pending(CheckedRequest request, @Nullable String group, boolean atOnce) {
        DeadLettering nowhere = reason -> {
            // whoever asked is told by the result
        };
        return new PendingRequest(request, Ids.next(), atOnce, false, group, nowhere);
    }

    /**
     * Accepts requests within a unit of work, which gives the answers that come of them when it is done.
     *
     * @return for each in their order why it was refused; null if it was accepted
     * @throws dev.parley.engine.call.OperationFailed if an operation failed that ran at once
     */
    public List<@Nullable Problem> acceptWithin(UnitOfWork unit, List<PendingRequest> requests) {
        return new RequestBatch(unit)
                .handleDelivered(requests).stream().map(Receipt::problem).toList();
    }

    /**
     * The time that an operation is expected to take which is quick, known and sound enough to run in the transaction
     * that accepts its request; empty if it is not.
     */
    public Optional<Duration> quick(String operation) {
        return units.mayPrecedeAcknowledgment(operation)
                ? Optional.of(units.expected(operation, Lane.INLINE, true))
                : Optional.empty();
    }

    /**
     * Says that nobody may wait here.
     *
     * @throws IllegalStateException inside a transaction: nobody may wait there for what goes out with its commit
     */
    public void requireNoTransaction() {
        if (units.inTransaction()) {
            throw new IllegalStateException(
                    "Not inside a transaction: the request goes out only with its commit. Use Requester.request with a"
                            + " continuation");
        }
    }

    private Duration expected(PendingRequest intake) {
        String operation = intake.operation();
        return units.expected(operation, Lane.INLINE, units.mayPrecedeAcknowledgment(operation));
    }

    /** What has operations in it is done again without them, whatever was in its way: none of them runs twice here. */
    private List<Receipt> commit(List<PendingRequest> intakes) {
        boolean runsAny = intakes.stream().anyMatch(PendingRequest::atOnce);
        return runsAny ? committed(intakes) : Collision.resolved(() -> committed(intakes));
    }

    private List<Receipt> committed(List<PendingRequest> intakes) {
        return tracing.spans()
                .batch(
                        null,
                        intakes.size(),
                        () -> transactions.inNew(() -> {
                            try (Gateway gateway = gateways.open()) {
                                return RequestBatch.withoutWaiting(units.unit(gateway))
                                        .handle(intakes);
                            }
                        }));
    }

    private static ConversationView view(Receipt receipt) {
        if (receipt.view() == null) {
            throw new Refusal(java.util.Objects.requireNonNull(receipt.problem()));
        }
        return receipt.view();
    }
}
