package dev.parley.renewal.engine;

import dev.parley.engine.commit.GroupCommit;
import dev.parley.engine.commit.Result;
import dev.parley.engine.config.Settings;
import dev.parley.engine.gateway.MailboxDelivery;
import dev.parley.message.Caller;
import dev.parley.message.Page;
import dev.parley.message.Participant;
import dev.parley.message.Refusal;
import dev.parley.renewal.Grant;
import dev.parley.renewal.GrantEvent;
import dev.parley.renewal.GrantQuery;
import dev.parley.renewal.GrantStore.PoolUsage;
import dev.parley.renewal.GrantView;
import dev.parley.renewal.GrantWish;
import dev.parley.renewal.GrantWishReader;
import dev.parley.renewal.Grants;
import dev.parley.renewal.Pool;
import dev.parley.renewal.RenewalProblems;
import dev.parley.renewal.engine.GrantOrder.Speaker;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The grants that are held over HTTP, in transactions that concurrent callers share. */
@ApplicationScoped
class SharedGrants implements Grants {

    private static final Pattern CURSOR = Pattern.compile("[0-9a-f-]{36}");

    @Resource
    ManagedExecutorService executor;

    @Inject
    GrantTransactions transactions;

    @Inject
    MailboxDelivery deposits;

    @Inject
    Settings settings;

    @Inject
    RenewalSettings renewal;

    private GroupCommit<GrantOrder, Result<?>> commits;

    @PostConstruct
    void prepare() {
        commits = new GroupCommit<>(
                orders -> transactions.inNew(orders).outcomes(),
                executor,
                executor,
                GroupCommit.Limits.of(settings),
                order -> Duration.ZERO);
    }

    private static Speaker speaker(Caller caller) {
        return new Speaker(holder(caller), caller);
    }

    private static String holder(Caller caller) {
        return Participant.of(caller);
    }

    private CompletableFuture<Grant> submit(GrantOrder order) {
        return commits.submit(order).thenApply(outcome -> outcome.as(Grant.class));
    }

    private CompletableFuture<Grant> say(String pool, String id, GrantEvent event, Caller caller) {
        return submit(new GrantOrder.Say(pool, id, speaker(caller), event));
    }

    @Override
    public Instant now() {
        return transactions.now();
    }

    @Override
    public CompletableFuture<Grant> request(String pool, String body, @Nullable String key, Caller caller) {
        try {
            GrantWish wish = GrantWishReader.read(body, renewal.pingAddresses(), null);
            GrantWish admitted = GrantAddresses.admitted(wish, deposits, caller.name());
            return submit(new GrantOrder.Ask(pool, holder(caller), caller, admitted, key));
        } catch (Refusal e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public CompletableFuture<Grant> confirm(String pool, String id, String pingId, Caller caller) {
        return say(pool, id, new GrantEvent.Confirmed(pingId), caller);
    }

    @Override
    public CompletableFuture<Grant> decline(String pool, String id, String pingId, Caller caller) {
        return say(pool, id, new GrantEvent.Declined(pingId), caller);
    }

    @Override
    public CompletableFuture<Grant> renew(String pool, String id, Caller caller) {
        return say(pool, id, new GrantEvent.Renewed(), caller);
    }

    @Override
    public CompletableFuture<Grant> release(String pool, String id, Caller caller) {
        return say(pool, id, new GrantEvent.Released(), caller);
    }

    @Override
    public GrantView get(String pool, String id, Caller caller) {
        return transactions.here(connection -> {
            Pool of = pool(pool, connection);
            Grant grant = new GrantTable(connection).find(id);
            if (grant == null || !grant.pool().equals(pool) || !maySee(grant, of, caller)) {
                throw new Refusal(RenewalProblems.grantUnknown(id));
            }
            if (grant.status().isFinal()) {
                throw new Refusal(RenewalProblems.grantEnded(grant));
            }
            return GrantView.of(grant, of, caller);
        });
    }

    private Pool pool(String name, Connection connection) throws SQLException {
        PoolUsage found = new PoolTable(connection, transactions.known()).rows().find(name);
        if (found == null) {
            throw new Refusal(RenewalProblems.poolUnknown(name));
        }
        return found.pool();
    }

    private static boolean maySee(Grant grant, Pool pool, Caller caller) {
        return pool.isRunBy(caller) || grant.holder().equals(holder(caller));
    }

    @Override
    public Page<Grant> list(GrantQuery query, Caller caller) {
        String after = query.after();
        if (after != null && !CURSOR.matcher(after).matches()) {
            throw Page.notACursor();
        }
        return transactions.here(connection -> {
            Pool pool = pool(query.pool(), connection);
            String own = pool.isRunBy(caller) ? query.holder() : holder(caller);
            if (own != null && query.holder() != null && !own.equals(query.holder())) {
                return new Page<>(List.of(), null);
            }
            return Page.read(
                    query.limit(),
                    most -> new GrantTable(connection)
                            .list(query.pool(), query.status(), own, after == null ? "" : after, most),
                    Grant::id);
        });
    }
}
