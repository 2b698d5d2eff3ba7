package dev.parley.testing;

import dev.parley.conversation.Patterns;
import dev.parley.directory.Directory;
import dev.parley.directory.MethodResolution;
import dev.parley.directory.OperationResolution;
import dev.parley.directory.Operations;
import dev.parley.engine.config.Delivery;
import dev.parley.engine.run.Defect;
import dev.parley.engine.run.EngineTables;
import dev.parley.engine.run.SimulatedEngine;
import dev.parley.exchange.ExchangePattern;
import dev.parley.message.Address;
import dev.parley.simulation.Broker;
import dev.parley.simulation.Scenario;
import dev.parley.simulation.Transaction;
import dev.parley.simulation.Violation;
import dev.parley.simulation.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** One to three nodes with Parley's own rules and batches, and what a test has set the stage with. */
final class StagedScenario implements Scenario {

    private static final Patterns PATTERNS = new Patterns(List.of(new ExchangePattern()));

    private final List<SimulatedEngine> engines = new ArrayList<>();
    private final StagedRequester requester;
    private final Stage stage;

    StagedScenario(World world, Consumer<Stage> setting) {
        Broker broker = SimulatedEngine.broker(world);
        EngineTables tables = new EngineTables();
        Deque<Transaction> transactions = SimulatedEngine.transactions();
        requester = new StagedRequester(world, broker, tables.conversations());
        Providers providers = new Providers();
        providers.goBy(new StagedQuestions(world, broker, transactions, providers));
        stage = new Stage(world, transactions, requester, providers);
        setting.accept(stage);
        Operations operations = stage.operations();
        Delivery delivery = world.any(List.of(Delivery.values()));
        for (int i = world.random(3); i >= 0; i--) {
            engines.add(new SimulatedEngine(
                    world,
                    broker,
                    tables,
                    PATTERNS,
                    operations,
                    new Methods(operations),
                    transactions,
                    Defect.NONE,
                    delivery));
        }
    }

    @Override
    public void begin() {
        engines.forEach(SimulatedEngine::start);
    }

    @Override
    public Duration length() {
        return Duration.ofMinutes(10);
    }

    @Override
    public List<Violation> judge() {
        requester.judge();
        List<Violation> broken = stage.broken();
        String unanswered = requester.unanswered();
        if (!unanswered.isEmpty()) {
            broken.add(new Violation("each request is answered", unanswered));
        }
        return broken;
    }

    /** The directory, in which there are methods alone. */
    private record Methods(Operations operations) implements Directory {

        @Override
        public Map<String, OperationResolution> find(Collection<String> names) {
            Map<String, OperationResolution> found = new LinkedHashMap<>();
            names.forEach(
                    name -> operations.find(name).ifPresent(method -> found.put(name, new MethodResolution(method))));
            return found;
        }

        @Override
        public void passOver(Set<Address> providers, Instant until) {
            // There are none
        }
    }
}
