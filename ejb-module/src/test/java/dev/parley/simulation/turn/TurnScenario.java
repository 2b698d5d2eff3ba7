package dev.parley.simulation.turn;

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
import dev.parley.turn.TurnPattern;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One to three nodes, one to four conversations in turns, and whatever the weather brings. */
final class TurnScenario implements Scenario {

    private static final Patterns PATTERNS =
            new Patterns(List.of(new ExchangePattern(), new TurnPattern(SimulatedEngine.limits())));
    private static final List<Invariant<TurnHistory>> INVARIANTS = Stream.concat(
                    ConversationInvariants.<TurnHistory>all().stream(), TurnInvariants.ALL.stream())
            .toList();

    private final World world;
    private final Broker broker;
    private final EngineTables tables = new EngineTables();
    private final Table<String, TurnEffect> effects = new Table<>("effect");
    private final List<SimulatedEngine> engines = new ArrayList<>();
    private final List<TurnTaker> takers = new ArrayList<>();

    TurnScenario(World world, Defect defect, Delivery delivery) {
        this.world = world;
        broker = SimulatedEngine.broker(world);
        Deque<Transaction> transactions = SimulatedEngine.transactions();
        var operations = new TurnOperations(world, transactions, effects);
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
        for (int i = world.random(4); i >= 0; i--) {
            takers.add(new TurnTaker(world, broker, network));
        }
        ConversationInvariants.watch(world, tables.conversations());
    }

    @Override
    public void begin() {
        engines.forEach(SimulatedEngine::start);
        takers.forEach(TurnTaker::begin);
    }

    @Override
    public Duration length() {
        return Duration.ofMinutes(25);
    }

    @Override
    public List<Violation> judge() {
        var stored = tables.conversations().committed().stream()
                .collect(Collectors.toMap(c -> c.id(), c -> c, (a, b) -> a, LinkedHashMap::new));
        TurnHistory history = new TurnHistory(
                stored,
                tables.journal(),
                effects.committed(),
                tables.kept(),
                takers,
                broker.queue("parley.dead").parcels(),
                World.BEGIN.plusMillis(world.weather().calmAt()));
        return INVARIANTS.stream().flatMap(i -> i.violations(history)).toList();
    }
}
