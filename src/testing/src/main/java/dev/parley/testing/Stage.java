package dev.parley.testing;

import dev.parley.directory.schema.JsonBinding;
import dev.parley.simulation.Violation;
import dev.parley.simulation.VirtualClock;
import dev.parley.simulation.World;
import jakarta.json.JsonObject;
import jakarta.json.bind.Jsonb;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stage of one schedule: its tables, the objects that serve operations, what is asked, and what is expected. */
public final class Stage {

    private static final Jsonb JSON = JsonBinding.create();

    private final StagedWorld staged;
    private final World world;
    private final StagedRequester requester;
    private final Providers providers;
    private final List<Object> objects = new ArrayList<>();
    private final Map<String, String> definitions = new LinkedHashMap<>();
    private final Map<String, Runnable> expectations = new LinkedHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final List<String> talked = new ArrayList<>();
    private Duration length = Duration.ofMinutes(10);

    Stage(StagedWorld staged, StagedRequester requester, Providers providers) {
        this.staged = staged;
        this.world = staged.world();
        this.requester = requester;
        this.providers = providers;
    }

    /** A table, which is empty. */
    public <K extends Comparable<K>, V> TestTable<K, V> table(String name) {
        return new TestTable<>(name, staged.transactions());
    }

    /** The clock of the schedule. */
    public Clock clock() {
        return new VirtualClock(world);
    }

    /** Providers outside of the EAR, and the {@link dev.parley.Requester} that asks them. */
    public Providers providers() {
        return providers;
    }

    /** Lets the schedule take that long; it is ten minutes otherwise. */
    public void lasting(Duration time) {
        length = time;
    }

    /**
     * Has objects serve their operations, on all nodes, and defines their processes. What they keep in their fields is
     * shared by the nodes and never lost or rolled back: what counts is to be in tables.
     */
    public void serve(Object... them) {
        objects.addAll(List.of(them));
    }

    /**
     * Defines a process.
     *
     * @param definition JSON text, as for {@code PUT /processes/{name}}
     */
    public void define(String process, String definition) {
        definitions.put(process, definition);
    }

    /** Asks for an operation, or for a process, sooner or later. */
    public StagedRequest ask(String operation, @Nullable Object body) {
        return plan(operation, body, null);
    }

    /** Asks for an operation, sooner or later, which has to be done within that time. */
    public StagedRequest ask(String operation, @Nullable Object body, Duration within) {
        return plan(operation, body, within);
    }

    private StagedRequest plan(String operation, @Nullable Object body, @Nullable Duration within) {
        StagedRequest request = new StagedRequest(operation, json(body), world.name("request-"), within, Map.of());
        asked.add(operation);
        requester.plan(request);
        return request;
    }

    /** Takes turns with an operation, sooner or later: each of these bodies when the one before has been replied to. */
    public StagedTalk converse(String operation, Object... bodies) {
        if (bodies.length == 0) {
            throw new IllegalArgumentException("A conversation with " + operation + " has a first turn");
        }
        talked.add(operation);
        List<String> texts = Arrays.stream(bodies).map(Stage::json).toList();
        return new StagedTalk(operation, world.name("talk-"), texts, requester::plan);
    }

    /** The instance that a request for a process has begun, for what is expected of it. */
    public Instance instance(StagedRequest request) {
        return new Instance(staged, request);
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

    static String json(@Nullable Object body) {
        if (body == null) {
            return "";
        }
        return body instanceof String || body instanceof JsonObject ? body.toString() : JSON.toJson(body);
    }

    Duration length() {
        return length;
    }

    StagedOperations operations() {
        StagedOperations operations =
                new StagedOperations(objects, definitions, new StagedProviders(staged, providers), staged.broker());
        for (String operation : asked) {
            if (operations.takesTurns(operation)) {
                throw new IllegalArgumentException(operation + " takes turns: converse with it");
            }
        }
        for (String operation : talked) {
            if (!operations.takesTurns(operation)) {
                throw new IllegalArgumentException("There is no operation that takes turns: " + operation);
            }
        }
        requester.unbound(operations::isOfProcess);
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
