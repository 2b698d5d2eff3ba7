package dev.parley.simulation.turn;

import dev.parley.Exchange;
import dev.parley.Fault;
import dev.parley.conversation.Provision;
import dev.parley.directory.Directory;
import dev.parley.directory.OperationResolution;
import dev.parley.directory.Operations;
import dev.parley.directory.ServedOperation;
import dev.parley.engine.run.SimulatedEngine;
import dev.parley.message.Address;
import dev.parley.simulation.Table;
import dev.parley.simulation.Transaction;
import dev.parley.simulation.Violation;
import dev.parley.simulation.World;
import java.time.Instant;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Operations that keep what was asked for in all turns, each of another character. */
final class TurnOperations implements Operations {

    private static final List<String> NAMES =
            List.of("prompt", "prompt", "prompt", "isolated", "stumbling", "refusing", "dawdling", "deadly", "broken");

    private final World world;
    private final Deque<Transaction> transactions;
    private final Table<String, TurnEffect> effects;
    private final Map<String, ServedOperation> operations = new LinkedHashMap<>();

    private record Body(String text) implements ServedOperation.Request {}

    TurnOperations(World world, Deque<Transaction> transactions, Table<String, TurnEffect> effects) {
        this.world = world;
        this.transactions = transactions;
        this.effects = effects;
        NAMES.forEach(name -> operations.put(name, new Talking(name)));
    }

    static String any(World world) {
        return world.any(NAMES);
    }

    @Override
    public Optional<ServedOperation> find(String name) {
        return Optional.ofNullable(operations.get(name));
    }

    @Override
    public Set<String> names() {
        return operations.keySet();
    }

    /** The directory that has these and nothing else. */
    Directory directory() {
        return new Directory() {
            @Override
            public Map<String, OperationResolution> find(Collection<String> names) {
                Map<String, OperationResolution> found = new LinkedHashMap<>();
                names.forEach(name -> TurnOperations.this.find(name).ifPresent(o -> found.put(name, new Method(o))));
                return found;
            }

            @Override
            public void passOver(Set<Address> providers, Instant until) {}
        };
    }

    private record Method(ServedOperation method) implements OperationResolution {

        @Override
        public String name() {
            return method.name();
        }

        @Override
        public Provision provision() {
            return null;
        }

        @Override
        public ServedOperation.Request read(String body) {
            return method.read(body);
        }
    }

    private final class Talking implements ServedOperation {

        private final String name;

        Talking(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public boolean isolated() {
            return name.equals("isolated") || name.equals("deadly");
        }

        @Override
        public boolean takesTurns() {
            return true;
        }

        @Override
        public String compensation() {
            return null;
        }

        @Override
        public Request read(String body) {
            return new Body(body);
        }

        @Override
        public String call(Request request, Exchange exchange) {
            throw new UnsupportedOperationException("It takes turns");
        }

        @Override
        public TurnAnswer take(Request request, String state, Exchange exchange) throws Fault {
            Transaction transaction = transactions.element();
            world.trace(
                    "%s takes turn %d of %s, attempt %d",
                    name, exchange.turn(), exchange.conversationId(), exchange.attempt());
            if (exchange.attempt() > SimulatedEngine.attempts()) {
                world.violated(new Violation("nothing is tried more often than configured", exchange.toString()));
            }
            TurnEffect effect = new TurnEffect(
                    exchange.conversationId(), exchange.turn(), ((Body) request).text(), state == null ? "" : state);
            transaction.database().insert(effects, world.name("effect"), effect);
            act(transaction, exchange.turn());
            return new TurnAnswer(effect.after(), effect.after(), effect.body().endsWith("!]"));
        }

        private void act(Transaction transaction, int turn) throws Fault {
            switch (name) {
                case "stumbling" -> {
                    if (world.chance(0.3)) {
                        throw new IllegalStateException("stumbled");
                    }
                }
                case "broken" -> {
                    if (turn == 3) {
                        throw new IllegalStateException("broken");
                    }
                }
                case "refusing" -> {
                    if (turn == 3) {
                        throw new Fault("no-deal", "no deal");
                    }
                }
                case "dawdling" -> transaction.pass(world.millis(0, 15_000));
                case "deadly" -> {
                    if (world.chance(0.1)) {
                        transaction.kill();
                    }
                }
                default -> transaction.pass(world.millis(0, 300));
            }
        }
    }
}
