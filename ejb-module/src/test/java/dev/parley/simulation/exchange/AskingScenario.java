package dev.parley.simulation.exchange;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Patterns;
import dev.parley.directory.Operations;
import dev.parley.directory.ServedOperation;
import dev.parley.engine.config.Delivery;
import dev.parley.engine.run.Defect;
import dev.parley.engine.run.EngineTables;
import dev.parley.engine.run.SimulatedEngine;
import dev.parley.simulation.Broker;
import dev.parley.simulation.ConversationInvariants;
import dev.parley.simulation.Network;
import dev.parley.simulation.Scenario;
import dev.parley.simulation.Table;
import dev.parley.simulation.Transaction;
import dev.parley.simulation.Violation;
import dev.parley.simulation.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One to three nodes whose clocks are not quite the same, one or two requesters, one to three providers outside of the
 * EAR, somebody who answers what it was not asked, and somebody who cancels.
 */
final class AskingScenario implements Scenario {

    private static final int MOST_SKEW = 300;

    private final World world;
    private final Broker broker;
    private final EngineTables tables = new EngineTables();
    private final List<SimulatedEngine> engines = new ArrayList<>();
    private final List<Requester> requesters = new ArrayList<>();
    private final ScriptedProviders providers;
    private final Forger forger;
    private final long skew;

    /**
     * What was agreed on with the providers, for whoever watches.
     *
     * @param begun when the last attempt of each conversation began
     * @param apart how far the nodes' clocks may be apart
     */
    record Terms(
            Table<String, Conversation> conversations,
            ScriptedProviders providers,
            Map<String, Instant> begun,
            Duration apart) {}

    AskingScenario(World world, Defect engineDefect, AskingDefect defect, Delivery delivery) {
        this.world = world;
        broker = SimulatedEngine.broker(world);
        Network network = new Network(world);
        Deque<Transaction> transactions = SimulatedEngine.transactions();
        providers = new ScriptedProviders(world, broker, network, transactions);
        forger = new Forger(world, broker, tables.conversations());
        skew = world.chance(0.5) ? 0 : world.millis(0, MOST_SKEW);
        var patterns = new Patterns(List.of(new TamperedPattern(world, defect)));
        for (int i = world.random(3); i >= 0; i--) {
            engines.add(new SimulatedEngine(
                    world, broker, tables, patterns, NO_METHODS, providers, transactions, engineDefect, delivery));
        }
        for (int i = world.random(2); i >= 0; i--) {
            requesters.add(new Requester(world, broker, network, () -> ScriptedProviders.OPERATION));
        }
        ConversationInvariants.watch(world, tables.conversations());
        AskingInvariants.watch(world, new Terms(tables.conversations(), providers, new HashMap<>(), apart()));
    }

    private Duration apart() {
        return Duration.ofMillis(2 * skew);
    }

    @Override
    public void begin() {
        engines.forEach(SimulatedEngine::start);
        requesters.forEach(r -> times(4, r::ask));
        times(4, forger::forge);
        times(3, this::cancelSomething);
        if (skew > 0) {
            engines.forEach(this::moveClock);
        }
    }

    private void times(int most, Runnable action) {
        for (int i = world.random(most); i >= 0; i--) {
            action.run();
        }
    }

    private void cancelSomething() {
        world.after(world.millis(0, 60_000), () -> {
            List<Conversation> known = tables.conversations().committed();
            if (!known.isEmpty()) {
                world.any(engines).cancel(world.any(known).id(), "user:olga");
            }
        });
    }

    private void moveClock(SimulatedEngine engine) {
        engine.moveClock(Duration.ofMillis(world.millis(0, (int) (2 * skew)) - skew));
        if (world.elapsed() < world.weather().calmAt()) {
            world.after(world.millis(1000, 60_000), () -> moveClock(engine));
        }
    }

    @Override
    public Duration length() {
        return Duration.ofMinutes(10);
    }

    @Override
    public List<Violation> judge() {
        var stored = tables.conversations().committed().stream()
                .collect(Collectors.toMap(Conversation::id, c -> c, (a, b) -> a, LinkedHashMap::new));
        var exchanges = new ExchangeHistory(
                stored,
                tables.journal(),
                List.of(),
                requesters,
                broker.queue("parley.dead").parcels(),
                World.BEGIN.plusMillis(world.weather().calmAt()));
        var history = new AskingHistory(exchanges, providers, forger, apart());
        return Stream.of(
                        ConversationInvariants.<AskingHistory>all().stream().flatMap(i -> i.violations(history)),
                        ExchangeInvariants.ANSWERS.stream().flatMap(i -> i.violations(exchanges)),
                        AskingInvariants.ALL.stream().flatMap(i -> i.violations(history)))
                .flatMap(v -> v)
                .toList();
    }

    private static final Operations NO_METHODS = new Operations() {
        @Override
        public Optional<ServedOperation> find(String name) {
            return Optional.empty();
        }

        @Override
        public Set<String> names() {
            return Set.of();
        }
    };
}
