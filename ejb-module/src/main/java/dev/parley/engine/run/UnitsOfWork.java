package dev.parley.engine.run;

import dev.parley.conversation.Patterns;
import dev.parley.directory.Directory;
import dev.parley.directory.Operations;
import dev.parley.directory.ServedOperation;
import dev.parley.engine.call.LanePolicy;
import dev.parley.engine.call.OperationCalls;
import dev.parley.engine.call.OperationProfile;
import dev.parley.engine.call.OperationProfiles;
import dev.parley.engine.commit.AfterCommit;
import dev.parley.engine.config.Settings;
import dev.parley.engine.definitions.Lookups;
import dev.parley.engine.gateway.Gateway;
import dev.parley.engine.journal.ConversationStore;
import dev.parley.engine.journal.DatabaseConversationStore;
import dev.parley.engine.log.LogSettings;
import dev.parley.engine.trace.Tracing;
import dev.parley.engine.wire.Lane;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;

/** The units of work: what the work of a transaction is done with. */
@ApplicationScoped
public class UnitsOfWork {

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    @Inject
    Patterns patterns;

    @Inject
    @Any
    Instance<PatternEngine> parts;

    @Inject
    DatabaseConversationStore store;

    @Inject
    AfterCommit afterCommit;

    @Inject
    Operations operations;

    @Inject
    Directory directory;

    @Inject
    OperationProfiles profiles;

    @Inject
    Settings settings;

    @Inject
    LogSettings log;

    @Inject
    Clock clock;

    @Inject
    Tracing tracing;

    private PatternEngines engines;
    private OperationCalls calls;
    private LanePolicy lanes;

    @PostConstruct
    void prepare() {
        engines = new PatternEngines(parts.stream().toList());
        calls = new OperationCalls(
                profiles, clock, new CurrentTransaction(), settings.limits().maxBodySize(), log.hasIds());
        lanes = new LanePolicy(settings.slowOperation(), settings.inlineOperation());
    }

    /** True if an operation asks for transactions of its own. */
    boolean isolated(String operation) {
        return operations.find(operation).map(ServedOperation::isolated).orElse(false);
    }

    /** The time that an operation is expected to take, if it runs in that lane; nothing if it runs in another. */
    public Duration expected(String operation, Lane lane, boolean atOnce) {
        OperationProfile profile = profiles.of(operation);
        Lane chosen = lanes.choose(isolated(operation), profile, atOnce, false, false, now());
        return chosen == lane ? profile.mean() : Duration.ZERO;
    }

    boolean inTransaction() {
        return transactions.getTransactionKey() != null;
    }

    /**
     * True if an operation is quick, known and sound enough to run in the transaction that accepts its HTTP request.
     */
    boolean mayPrecedeAcknowledgment(String operation) {
        OperationProfile profile = profiles.of(operation);
        boolean quick = lanes.mayPrecedeAcknowledgment(profile);
        return lanes.choose(isolated(operation), profile, quick, false, false, now()) == Lane.INLINE;
    }

    /** The store of conversations in the database. */
    public ConversationStore store() {
        return store;
    }

    /** The time, to the millisecond. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * Does work of a pattern's own on what has come, within the current transaction; what conversations are told
     * meanwhile they are told when it is done.
     *
     * @param gateway what is sent goes out with, if the transaction commits
     */
    public <T> T with(Gateway gateway, Function<UnitOfWork, T> work) {
        UnitOfWork unit = unit(gateway);
        T result = work.apply(unit);
        unit.parents().give(unit);
        return result;
    }

    UnitOfWork unit(Gateway gateway) {
        Lookups.once(transactions);
        return new UnitOfWork(patterns, engines, store, gateway, calls, profiles, lanes, directory, settings, clock)
                .recorded(tracing.spans());
    }

    private final class CurrentTransaction implements OperationCalls.Outcome {

        @Override
        public boolean isDoomed() {
            return transactions.getRollbackOnly();
        }

        @Override
        public void ran(String operation) {
            afterCommit.ran(operation);
        }

        @Override
        public void failureIsKnown() {
            afterCommit.failureIsKnown();
        }
    }
}
