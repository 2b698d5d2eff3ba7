package dev.parley.testing;

import dev.parley.directory.ObjectOperations;
import dev.parley.directory.Operations;
import dev.parley.directory.ServedOperation;
import dev.parley.directory.schema.JsonBinding;
import dev.parley.simulation.Transaction;
import dev.parley.simulation.Violation;
import dev.parley.simulation.VirtualClock;
import dev.parley.simulation.World;
import jakarta.json.JsonObject;
import jakarta.json.bind.Jsonb;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stage of one schedule: its tables, the objects that serve operations, what is asked, and what is expected. */
public final class Stage {

    private static final Jsonb JSON = JsonBinding.create();
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final World world;
    private final Deque<Transaction> transactions;
    private final StagedRequester requester;
    private final Providers providers;
    private final List<Object> objects = new ArrayList<>();
    private final Map<String, Runnable> expectations = new LinkedHashMap<>();
    private final List<StagedRequest> requests = new ArrayList<>();

    Stage(World world, Deque<Transaction> transactions, StagedRequester requester, Providers providers) {
        this.world = world;
        this.transactions = transactions;
        this.requester = requester;
        this.providers = providers;
    }

    /** A table, which is empty. */
    public <K extends Comparable<K>, V> TestTable<K, V> table(String name) {
        return new TestTable<>(name, transactions);
    }

    /** The clock of the schedule. */
    public Clock clock() {
        return new VirtualClock(world);
    }

    /** Providers outside of the EAR, and the {@link dev.parley.Requester} that asks them. */
    public Providers providers() {
        return providers;
    }

    /**
     * Has objects serve their operations, on all nodes. What they keep in their fields is shared by the nodes and never
     * lost or rolled back: what counts is to be in tables.
     */
    public void serve(Object... them) {
        objects.addAll(List.of(them));
    }

    /** Asks for an operation, sooner or later. */
    public StagedRequest ask(String operation, @Nullable Object body) {
        return ask(operation, body, AN_HOUR);
    }

    /** Asks for an operation, sooner or later, which has to be done within that time. */
    public StagedRequest ask(String operation, @Nullable Object body, Duration within) {
        StagedRequest request = new StagedRequest(operation, json(body), world.name("request-"), within);
        requests.add(request);
        requester.plan(request);
        return request;
    }

    /**
     * Expects something of the end, when all requests have been answered.
     *
     * @param what what is expected, in words
     * @param check throws if it is not so, as assertions do
     */
    public void expect(String what, Runnable check) {
        expectations.put(what, check);
    }

    private static String json(@Nullable Object body) {
        if (body == null) {
            return "";
        }
        return body instanceof String || body instanceof JsonObject ? body.toString() : JSON.toJson(body);
    }

    Operations operations() {
        Operations operations = new ObjectOperations(objects);
        for (StagedRequest request : requests) {
            boolean takesTurns = operations
                    .find(request.operation())
                    .filter(ServedOperation::takesTurns)
                    .isPresent();
            if (takesTurns) {
                throw new IllegalArgumentException(request.operation() + " takes turns: that is not explored");
            }
        }
        return operations;
    }

    List<Violation> broken() {
        List<Violation> broken = new ArrayList<>();
        expectations.forEach(
                (what, check) -> failure(check).ifPresent(message -> broken.add(new Violation(what, message))));
        return broken;
    }

    private static Optional<String> failure(Runnable check) {
        try {
            check.run();
            return Optional.empty();
        } catch (AssertionError | RuntimeException e) {
            return Optional.of(String.valueOf(e.getMessage()).strip());
        }
    }
}
