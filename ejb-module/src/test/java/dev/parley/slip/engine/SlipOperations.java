package dev.parley.slip.engine;

import dev.parley.Exchange;
import dev.parley.Fault;
import dev.parley.conversation.Provision;
import dev.parley.directory.Directory;
import dev.parley.directory.OperationResolution;
import dev.parley.directory.Operations;
import dev.parley.directory.ServedOperation;
import dev.parley.message.Address;
import dev.parley.simulation.Table;
import dev.parley.simulation.Transaction;
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
 * Operations of several characters, and what undoes each. What they do commits or rolls back with their transaction.
 */
final class SlipOperations implements Operations {

    /** Those that do something. */
    static final List<String> NAMES =
            List.of("prompt", "prompt", "stumbling", "refusing", "broken", "deadly", "lasting");

    private static final String UNDO = "undo-";

    private final World world;
    private final Deque<Transaction> transactions;
    private final Table<Integer, String> effects;
    private int count;

    private record Body(String text) implements ServedOperation.Request {}

    /** @param effects what was done, by hop and operation, in order */
    SlipOperations(World world, Deque<Transaction> transactions, Table<Integer, String> effects) {
        this.world = world;
        this.transactions = transactions;
        this.effects = effects;
    }

    static String undoing(String name) {
        return UNDO + name;
    }

    @Override
    public Optional<ServedOperation> find(String name) {
        return NAMES.contains(name.replace(UNDO, "")) ? Optional.of(new Scripted(name)) : Optional.empty();
    }

    @Override
    public Set<String> names() {
        return Set.copyOf(NAMES);
    }

    /** The directory that has these and nothing else. */
    Directory directory() {
        return new Directory() {
            @Override
            public Map<String, OperationResolution> find(Collection<String> names) {
                Map<String, OperationResolution> found = new LinkedHashMap<>();
                names.forEach(name -> SlipOperations.this.find(name).ifPresent(o -> found.put(name, new Method(o))));
                return found;
            }

            @Override
            public void passOver(Set<Address> providers, Instant until) {}
        };
    }

    private final class Scripted implements ServedOperation {

        private final String name;

        Scripted(String name) {
            this.name = name;
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
            String hop = exchange.messageId().replace(".ask.", ".");
            world.trace("%s runs for %s", name, hop);
            count++;
            transaction.database().insert(effects, count, hop + " " + name);
            transaction.checkpoint("in an operation");
            return act(transaction);
        }

        private String act(Transaction transaction) throws Fault {
            return switch (name) {
                case "refusing" -> throw new Fault("refused", "It says no.");
                case "broken" -> throw new IllegalStateException("broken");
                case "undo-lasting" -> throw new Fault("lasts", "It cannot be undone.");
                case "stumbling", "undo-stumbling" -> stumble();
                case "deadly" -> {
                    if (world.chance(0.3)) {
                        transaction.kill();
                    }
                    yield "{}";
                }
                default -> {
                    transaction.pass(world.millis(0, 5));
                    yield "{\"ok\":true}";
                }
            };
        }

        private String stumble() {
            if (world.chance(0.5)) {
                throw new IllegalStateException("stumbled");
            }
            return "{}";
        }
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
