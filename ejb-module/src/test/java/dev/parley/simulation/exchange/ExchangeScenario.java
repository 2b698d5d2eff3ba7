package dev.parley.simulation.exchange;

import dev.parley.conversation.Patterns;
import dev.parley.engine.config.Delivery;
import dev.parley.engine.run.Defect;
import dev.parley.engine.run.EngineTables;
import dev.parley.engine.run.SimulatedEngine;
import dev.parley.exchange.ExchangePattern;
import dev.parley.simulation.Broker;
import dev.parley.simulation.ConversationInvariants;
import dev.parley.simulation.Invariant;
import dev.parley.simulation.Network;
import dev.parley.simulation.Scenario;
import dev.parley.simulation.Table;
import dev.parley.simulation.Transaction;
import dev.parley.simulation.Violation;
import dev.parley.simulation.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One to three nodes, one or two requesters, some requests each, and whatever the weather brings. */
final class ExchangeScenario implements Scenario {

    private static final Patterns PATTERNS = new Patterns(List.of(new ExchangePattern()));
    private static final List<Invariant<ExchangeHistory>> INVARIANTS = Stream.of(
                    ConversationInvariants.<ExchangeHistory>all(),
                    ExchangeInvariants.EFFECTS,
                    ExchangeInvariants.ANSWERS)
            .flatMap(List::stream)
            .toList();

    private final World world;
    private final Broker broker;
    private final EngineTables tables = new EngineTables();
    private final Table<String, Effect> effects = new Table<>("effect");
    private final List<SimulatedEngine> engines = new ArrayList<>();
    private final List<Requester> requesters = new ArrayList<>();

    ExchangeScenario(World world, Defect defect, Delivery delivery) {
        this.world = world;
        broker = SimulatedEngine.broker(world);
        Deque<Transaction> transactions = SimulatedEngine.transactions();
        var operations = new ScriptedOperations(world, transactions, effects);
        for (int i = world.random(3); i >= 0; i--) {
            engines.add(new SimulatedEngine(
                    world,
                    broker,
                    tables,
                    PATTERNS,
                    operations,
                    operations.directory(),
                    transactions,
                    defect,
                    delivery));
        }
        Network network = new Network(world);
        for (int i = world.random(2); i >= 0; i--) {
            requesters.add(new Requester(world, broker, network, () -> ScriptedOperations.any(world)));
        }
        ConversationInvariants.watch(world, tables.conversations());
    }

    @Override
    public void begin() {
        engines.forEach(SimulatedEngine::start);
        requesters.forEach(r -> {
            for (int i = world.random(3); i >= 0; i--) {
                r.ask();
            }
        });
    }

    @Override
    public Duration length() {
        return Duration.ofMinutes(10);
    }

    @Override
    public List<Violation> judge() {
        var stored = tables.conversations().committed().stream()
                .collect(Collectors.toMap(c -> c.id(), c -> c, (a, b) -> a, LinkedHashMap::new));
        ExchangeHistory history = new ExchangeHistory(
                stored,
                tables.journal(),
                effects.committed(),
                requesters,
                broker.queue("parley.dead").parcels(),
                World.BEGIN.plusMillis(world.weather().calmAt()));
        Stream<Violation> unsent = Stream.of(tables.unsent())
                .filter(n -> n > 0)
                .map(n -> new Violation("nothing stays in the outbox", n + " messages"));
        return Stream.concat(INVARIANTS.stream().flatMap(i -> i.violations(history)), unsent)
                .toList();
    }
}
