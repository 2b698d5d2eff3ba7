package dev.parley.simulation.exchange;

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

/**
 * Operations of all characters. What each does to the database commits or rolls back with the transaction it runs in.
 */
final class ScriptedOperations implements Operations {

    /** Operations that do what they are asked for, sooner or later refuse, or fail. */
    static final Set<String> PROMPT = Set.of("prompt", "terse", "refusing");

    private static final List<String> NAMES = List.of(
            "prompt", "prompt", "terse", "refusing", "stumbling", "broken", "dawdling", "moody", "deadly", "lethal");

    private final World world;
    private final Deque<Transaction> transactions;
    private final Table<String, Effect> effects;
    private final Map<String, ServedOperation> operations = new LinkedHashMap<>();

    @FunctionalInterface
    private interface Script {
        String act(Transaction transaction, Runnable effect) throws Exception;
    }

    private record Body(String text) implements ServedOperation.Request {}

    ScriptedOperations(World world, Deque<Transaction> transactions, Table<String, Effect> effects) {
        this.world = world;
        this.transactions = transactions;
        this.effects = effects;
        script("prompt", (transaction, effect) -> {
            effect.run();
            transaction.pass(world.millis(0, 5));
            return "{\"ok\":true}";
        });
        script("terse", (transaction, effect) -> {
            effect.run();
            return null;
        });
        script("refusing", (transaction, effect) -> {
            effect.run();
            throw new Fault("out-of-stock", "none left");
        });
        script("stumbling", this::stumble);
        script("broken", (transaction, effect) -> {
            effect.run();
            throw new IllegalStateException("broken");
        });
        script("dawdling", (transaction, effect) -> {
            transaction.pass(world.millis(100, 20_000));
            effect.run();
            transaction.pass(world.millis(0, 20_000));
            return "{}";
        });
        script("moody", (transaction, effect) -> {
            effect.run();
            transaction.pass(world.chance(0.1) ? world.millis(10_000, 180_000) : 1);
            return "{}";
        });
        script("deadly", (transaction, effect) -> {
            effect.run();
            if (world.chance(0.3)) {
                transaction.kill();
            }
            return "{}";
        });
        script("errand", (transaction, effect) -> {
            throw new IllegalStateException("An errand is nothing to run");
        });
        script("lethal", (transaction, effect) -> {
            effect.run();
            transaction.kill();
            return "{}";
        });
    }

    static String any(World world) {
        return world.any(NAMES);
    }

    private String stumble(Transaction transaction, Runnable effect) {
        effect.run();
        if (world.chance(0.5)) {
            throw new IllegalStateException("stumbled");
        }
        transaction.checkpoint("in an operation");
        return "{\"stumbled\":false}";
    }

    private void script(String name, Script script) {
        operations.put(name, new Scripted(name, script));
    }

    @Override
    public Optional<ServedOperation> find(String name) {
        return Optional.ofNullable(operations.get(name));
    }

    @Override
    public Set<String> names() {
        return operations.keySet();
    }

    private final class Scripted implements ServedOperation {

        private final String name;
        private final Script script;

        Scripted(String name, Script script) {
            this.name = name;
            this.script = script;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public boolean isolated() {
            return name.equals("deadly");
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
        public String call(Request request, Exchange exchange) throws Exception {
            Transaction transaction = transactions.element();
            world.trace("%s runs in %s, attempt %d", name, exchange.conversationId(), exchange.attempt());
            if (exchange.attempt() > SimulatedEngine.attempts()) {
                world.violated(new Violation("nothing is tried more often than configured", exchange.toString()));
            }
            String body = ((Body) request).text();
            Effect effect = new Effect(exchange.conversationId(), exchange.sender(), exchange.messageId(), body);
            return script.act(transaction, () -> transaction.database().insert(effects, world.name("effect"), effect));
        }
    }

    /** The directory that has these and nothing else. */
    Directory directory() {
        return new Directory() {
            @Override
            public Map<String, OperationResolution> find(Collection<String> names) {
                Map<String, OperationResolution> found = new LinkedHashMap<>();
                names.forEach(
                        name -> ScriptedOperations.this.find(name).ifPresent(o -> found.put(name, new Method(o))));
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
}
