package dev.parley.engine.definitions;

import dev.parley.engine.broker.EnteredQueues;
import dev.parley.engine.jdbc.Connections;
import dev.parley.message.Address;
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
import java.util.Optional;

/** Tells the broker's guard whose the queues are that operators have entered, from start to end. */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class QueueOwners {

    @Inject
    Connections connections;

    @PostConstruct
    void begin() {
        EnteredQueues.ask(this::owner);
    }

    /** The user whose an operator says that a queue is, if any does. */
    private Optional<String> owner(String queue) {
        return connections.here(connection -> Optional.ofNullable(
                new EnteredNames(connection).owner(Address.queue(queue).toString())));
    }

    @PreDestroy
    void end() {
        EnteredQueues.askNobody();
    }
}
