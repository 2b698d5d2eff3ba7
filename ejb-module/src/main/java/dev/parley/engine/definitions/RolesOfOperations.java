package dev.parley.engine.definitions;

import dev.parley.directory.Directory;
import dev.parley.directory.OperationResolution;
import dev.parley.engine.broker.RolesThatMatter;
import dev.parley.engine.commit.Background;
import dev.parley.engine.commit.Transactions;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tells the broker's guard which roles of a sender matter to an operation, from start to end. */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RolesOfOperations {

    private static final long BELIEVED_NANOS = 5_000_000_000L;

    /** Anybody can write any name. */
    private static final int MOST = 1_000;

    @Inject
    Directory directory;

    @Inject
    Background background;

    @Inject
    Transactions transactions;

    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(Set<String> roles, long since) {}

    @PostConstruct
    void begin() {
        RolesThatMatter.ask(this::roles);
    }

    /** The broker waits for it in a thread of its own: for the database only where an operation is new to this node. */
    private Set<String> roles(String operation) {
        Known last = known.get(operation);
        if (last == null) {
            return find(operation);
        }
        if (System.nanoTime() - last.since() > BELIEVED_NANOS) {
            known.put(operation, new Known(last.roles(), System.nanoTime()));
            background.run(() -> find(operation));
        }
        return last.roles();
    }

    /** While the database is away an operation that is new goes by no roles, for a moment. */
    private Set<String> find(String operation) {
        if (known.size() >= MOST) {
            known.clear();
        }
        known.putIfAbsent(operation, new Known(Set.of(), System.nanoTime()));
        Set<String> found = transactions.inNew(
                () -> directory.find(operation).map(OperationResolution::roles).orElse(Set.of()));
        known.put(operation, new Known(found, System.nanoTime()));
        return found;
    }

    @PreDestroy
    void end() {
        RolesThatMatter.askNobody();
    }
}
