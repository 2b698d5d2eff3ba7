package dev.parley.renewal.engine;

import dev.parley.definition.Precondition;
import dev.parley.engine.commit.Result;
import dev.parley.engine.config.Settings;
import dev.parley.engine.jdbc.DatabaseClock;
import dev.parley.message.AddressPolicy;
import dev.parley.message.Caller;
import dev.parley.message.Page;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import dev.parley.renewal.GrantStore.PoolUsage;
import dev.parley.renewal.Pool;
import dev.parley.renewal.PoolDefinition;
import dev.parley.renewal.PoolDefinitionReader;
import dev.parley.renewal.PoolView;
import dev.parley.renewal.Pools;
import dev.parley.renewal.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The pools in the database. Who changes one has it locked; what is refused is thrown outside of the transaction, so that nobody logs it. */
@ApplicationScoped
class StoredPools implements Pools {

    @Inject
    GrantTransactions transactions;

    @Inject
    Event<GrantWork.Changes> committed;

    @Inject
    Settings settings;

    @Override
    public Written define(String name, String definition, Precondition expected, Caller caller) {
        if (!AddressPolicy.MAILBOX.matcher(name).matches()) {
            throw new Refusal(Problems.poolUnknown(name));
        }
        PoolDefinition read = PoolDefinitionReader.read(name, definition);
        Written written = transactions
                .inNew(connection -> write(name, read, expected, caller, connection))
                .orThrow();
        // A larger one may have room for those who wait; but that it was changed is no reason to ask anybody.
        boolean isAwaited = written.pool().waiting() > 0;
        committed.fire(new GrantWork.Changes(transactions.now(), isAwaited ? Set.of(name) : Set.of()));
        return written;
    }

    private Result<Written> write(
            String name, PoolDefinition given, Precondition expected, Caller caller, Connection connection)
            throws SQLException {
        PoolTable table = new PoolTable(connection, transactions.known());
        while (true) {
            PoolUsage there = table.find(name, true).orElse(null);
            Problem refused = refused(name, there, expected, caller);
            if (refused != null) {
                return Result.refused(refused);
            }
            if (there == null && table.count(caller.name()) >= settings.pools()) {
                return Result.refused(Problems.poolsTooMany(settings.pools()));
            }
            String owner = there == null ? caller.name() : there.pool().owner();
            Instant now = DatabaseClock.now(connection);
            Pool pool = new Pool(name, table.nextVersion(), owner, given, now, caller.name());
            if (there != null) {
                table.update(pool);
                return Result.of(new Written(new PoolView(pool, there.held(), there.waiting()), false));
            }
            if (table.insert(pool)) {
                return Result.of(new Written(new PoolView(pool, 0, 0), true));
            }
            // somebody else has made it just now: it is there to be locked
        }
    }

    private static @Nullable Problem refused(
            String name, @Nullable PoolUsage there, Precondition expected, Caller caller) {
        if (there != null && !there.pool().isRunBy(caller)) {
            return Problems.poolNotYours(name);
        }
        return expected.holds(there == null ? null : there.pool().version())
                ? null
                : Problems.preconditionFailed(there == null ? null : there.pool());
    }

    @Override
    public PoolView get(String name) {
        return transactions
                .here(connection -> table(connection).find(name, false))
                .map(StoredPools::view)
                .orElseThrow(() -> new Refusal(Problems.poolUnknown(name)));
    }

    private PoolTable table(Connection connection) {
        return new PoolTable(connection, transactions.known());
    }

    private static PoolView view(PoolUsage standing) {
        return new PoolView(standing.pool(), standing.held(), standing.waiting());
    }

    @Override
    public Page<PoolView> list(@Nullable String after, int limit) {
        if (after != null && !AddressPolicy.MAILBOX.matcher(after).matches()) {
            throw Page.notACursor();
        }
        return transactions
                .here(connection -> Page.read(
                        limit,
                        most -> table(connection).list(after == null ? "" : after, most),
                        (PoolUsage last) -> last.pool().name()))
                .map(StoredPools::view);
    }

    @Override
    public void delete(String name, Precondition expected, Caller caller) {
        transactions
                .inNew(connection -> delete(name, expected, caller, connection))
                .orThrow();
    }

    private Result<Boolean> delete(String name, Precondition expected, Caller caller, Connection connection)
            throws SQLException {
        PoolUsage there = table(connection).find(name, true).orElse(null);
        if (there == null) {
            return Result.refused(Problems.poolUnknown(name));
        }
        Problem refused = refused(name, there, expected, caller);
        if (refused != null) {
            return Result.refused(refused);
        }
        if (there.held() > 0 || there.waiting() > 0) {
            return Result.refused(Problems.poolInUse(name));
        }
        table(connection).delete(there);
        return Result.of(true);
    }
}
