package dev.parley.engine.gateway;

import dev.parley.engine.commit.Background;
import dev.parley.engine.jdbc.Connections;
import dev.parley.engine.wire.Queues;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What Parley depends on, and whether it answers. */
@ApplicationScoped
public class Dependencies {

    /** Whoever asks waits no longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final int SECONDS_OF_THE_DRIVER = 1;

    @Inject
    Connections database;

    @Inject
    Queues queues;

    @Inject
    Background background;

    private Probe ofDatabase;
    private Probe ofBroker;

    @PostConstruct
    void prepare() {
        ofDatabase = new Probe(
                background::run, () -> database.here(connection -> connection.isValid(SECONDS_OF_THE_DRIVER)));
        ofBroker = new Probe(background::run, queues::areReachable);
    }

    /** All of them, looked at now. */
    public List<Dependency> look() {
        CompletableFuture<Boolean> databaseLook = ofDatabase.look();
        CompletableFuture<Boolean> brokerLook = ofBroker.look();
        return List.of(
                new Dependency("database", Probe.isUp(databaseLook, PATIENCE)),
                new Dependency("broker", Probe.isUp(brokerLook, PATIENCE)));
    }
}
