package dev.parley.simulation.exchange;

import dev.parley.conversation.Conversation;
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
import dev.parley.simulation.errand.ErrandEngine;
import dev.parley.simulation.errand.ErrandPattern;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One to three nodes, one or two requesters who have errands run, each of which asks operations of all characters, and
 * somebody who cancels.
 */
final class ErrandScenario implements Scenario {

    private static final List<String> ASKED =
            List.of("prompt", "terse", "refusing", "stumbling", "broken", "dawdling", "moody", "deadly", "nowhere");
    private static final Patterns PATTERNS = new Patterns(
            List.of(new ExchangePattern(), new ErrandPattern(ErrandScenario::operations, Duration.ofSeconds(40))));
    private static final List<Invariant<ExchangeHistory>> INVARIANTS = Stream.concat(
                    ConversationInvariants.<ExchangeHistory>all().stream(), ErrandInvariants.ALL.stream())
            .toList();

    private final World world;
    private final Broker broker;
    private final EngineTables tables = new EngineTables();
    private final Table<String, Effect> effects = new Table<>("effect");
    private final List<SimulatedEngine> engines = new ArrayList<>();
    private final List<Requester> requesters = new ArrayList<>();

    ErrandScenario(World world, Defect defect, Delivery delivery) {
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
                    delivery,
                    List.of(new ErrandEngine())));
        }
        Network network = new Network(world);
        for (int i = world.random(2); i >= 0; i--) {
            requesters.add(new Requester(world, broker, network, () -> ErrandPattern.NAME));
        }
        ConversationInvariants.watch(world, tables.conversations());
    }

    /** One to three, which follow from the request. */
    private static List<String> operations(Conversation errand) {
        int which = Math.floorMod(errand.messageId().hashCode(), 1_000_000);
        return Stream.iterate(which, n -> n / ASKED.size())
                .limit(1 + which % 3)
                .map(n -> ASKED.get(n % ASKED.size()))
                .toList();
    }

    @Override
    public void begin() {
        engines.forEach(SimulatedEngine::start);
        requesters.forEach(r -> {
            for (int i = world.random(3); i >= 0; i--) {
                r.ask();
            }
        });
        world.after(world.millis(0, 60_000), () -> {
            List<Conversation> known = tables.conversations().committed();
            if (!known.isEmpty()) {
                world.any(engines).cancel(world.any(known).id(), "user:olga");
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
                .collect(Collectors.toMap(Conversation::id, c -> c, (a, b) -> a, LinkedHashMap::new));
        ExchangeHistory history = new ExchangeHistory(
                stored,
                tables.journal(),
                effects.committed(),
                requesters,
                broker.queue("parley.dead").parcels(),
                World.BEGIN.plusMillis(world.weather().calmAt()));
        return INVARIANTS.stream().flatMap(i -> i.violations(history)).toList();
    }
}
