package dev.parley.renewal.engine;

import dev.parley.definition.Precondition;
import dev.parley.definition.Written;
import dev.parley.directory.ProviderOwners;
import dev.parley.engine.definitions.DefinitionStore;
import dev.parley.engine.jdbc.Connections;
import dev.parley.engine.jdbc.DatabaseClock;
import dev.parley.message.Caller;
import dev.parley.message.Page;
import dev.parley.renewal.GrantStore.PoolUsage;
import dev.parley.renewal.Pool;
import dev.parley.renewal.PoolDefinition;
import dev.parley.renewal.PoolKind;
import dev.parley.renewal.PoolView;
import dev.parley.renewal.Pools;
import dev.parley.renewal.RenewalProblems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The pools in the database, each with how much of it is in use. */
@ApplicationScoped
class StoredPools implements Pools, ProviderOwners {

    @Inject
    Connections connections;

    @Inject
    GrantTransactions transactions;

    @Inject
    Event<GrantWork.Changes> committed;

    @Inject
    RenewalSettings renewal;

    private DefinitionStore<PoolDefinition, Pool, PoolUsage> store() {
        return new DefinitionStore<>(
                connections,
                PoolKind.POOLS,
                connection -> table(connection).rows(),
                DatabaseClock::now,
                renewal.pools());
    }

    private PoolTable table(Connection connection) {
        return new PoolTable(connection, transactions.known());
    }

    @Override
    public Written<PoolView> define(String name, String definition, Precondition expected, Caller caller) {
        Written<PoolView> written =
                store().define(name, definition, expected, caller, (pool, before, connection) -> view(pool, before));
        // A larger one may have room for those who wait; but that it was changed is no reason to ask anybody.
        boolean isAwaited = written.value().waiting() > 0;
        committed.fire(new GrantWork.Changes(transactions.now(), isAwaited ? Set.of(name) : Set.of()));
        return written;
    }

    @Override
    public PoolView get(String name, Caller caller) {
        return view(store().get(name, caller));
    }

    private static PoolView view(PoolUsage standing) {
        return view(standing.pool(), standing);
    }

    private static PoolView view(Pool pool, @Nullable PoolUsage usage) {
        return usage == null ? new PoolView(pool, 0, 0) : new PoolView(pool, usage.held(), usage.waiting());
    }

    @Override
    public @Nullable String owner(String reference) {
        return store().owner(reference);
    }

    @Override
    public Page<PoolView> list(@Nullable String after, int limit, Caller caller) {
        return store().list(after, limit, caller).map(StoredPools::view);
    }

    @Override
    public void delete(String name, Precondition expected, Caller caller) {
        store().delete(name, expected, caller, (there, connection) -> {
            if (there.held() > 0 || there.waiting() > 0) {
                return RenewalProblems.poolInUse(name);
            }
            table(connection).delete(there);
            return null;
        });
    }
}
