package dev.parley.engine.definitions;

import dev.parley.directory.Directory;
import dev.parley.directory.OperationResolution;
import dev.parley.engine.broker.RolesThatMatter;
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
import java.util.Set;

/** Tells the broker's guard which roles of a sender matter to an operation, from start to end. */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RolesOfOperations {

    @Inject
    Directory directory;

    @Inject
    Transactions transactions;

    @PostConstruct
    void begin() {
        RolesThatMatter.ask(this::roles);
    }

    /** The broker asks in a thread of its own, in which there is no transaction. */
    private Set<String> roles(String operation) {
        return transactions.inNew(
                () -> directory.find(operation).map(OperationResolution::roles).orElse(Set.of()));
    }

    @PreDestroy
    void end() {
        RolesThatMatter.askNobody();
    }
}
