package dev.parley.engine;

import dev.parley.conversation.Pattern;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Makes what a transaction's work is done with. */
@ApplicationScoped
class Units {

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    @Inject
    Pattern pattern;

    @Inject
    DatabaseLedger ledger;

    @Inject
    OperationProfiles profiles;

    @Inject
    Settings settings;

    private final Clock clock = Clock.systemUTC();
    private OperationCalls calls;
    private LanePolicy lanes;

    @PostConstruct
    void prepare() {
        calls = new OperationCalls(
                profiles,
                clock,
                transactions::getRollbackOnly,
                settings.limits().maxBodySize());
        lanes = new LanePolicy(settings.slowOperation());
    }

    Ledger ledger() {
        return ledger;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    Unit unit(Gateway gateway) {
        return new Unit(pattern, ledger, gateway, calls, profiles, lanes, settings, clock);
    }
}
