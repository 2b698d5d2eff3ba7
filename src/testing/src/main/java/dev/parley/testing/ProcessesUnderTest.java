package dev.parley.testing;

import dev.parley.engine.config.Delivery;
import dev.parley.message.Headers;
import dev.parley.simulation.Violation;
import dev.parley.simulation.VirtualClock;
import dev.parley.simulation.World;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Processes, run as Parley runs them: their steps are asked for by Parley's own rules and batches, of the methods of
 * objects and of providers that do what the test says, and undone in reverse if one cannot be done. There is no server,
 * nothing goes wrong that the test does not want, and no time passes but by {@link #pass}.
 *
 * <p>What can be done at once is done before a method of this class returns. What an operation that failed has done to
 * the objects of a test stays; what it has asked for is rolled back.
 */
public final class ProcessesUnderTest {

    private final List<Object> objects;
    private final Map<String, String> definitions = new LinkedHashMap<>();
    private final StagedWorld staged = StagedWorld.of(World.calm());
    private final StagedRequester requester = new StagedRequester(staged);
    private Providers providers = new Providers();
    private @Nullable StagedNodes nodes;

    private ProcessesUnderTest(List<Object> objects) {
        this.objects = objects;
    }

    /** The processes that objects define with {@link dev.parley.Process}, and the operations that they serve. */
    public static ProcessesUnderTest of(Object... objects) {
        return new ProcessesUnderTest(List.of(objects));
    }

    /**
     * Defines a process.
     *
     * @param definition JSON text, as for {@code PUT /processes/{name}}
     */
    public ProcessesUnderTest define(String process, String definition) {
        refuseIfRunning();
        definitions.put(process, definition);
        return this;
    }

    /**
     * Has these providers asked, by steps whose operation no object serves, and by operations that have been given them
     * as their {@link dev.parley.Requester}.
     */
    public ProcessesUnderTest with(Providers them) {
        refuseIfRunning();
        providers = them;
        return this;
    }

    private void refuseIfRunning() {
        if (nodes != null) {
            throw new IllegalStateException("A process has begun: say this before");
        }
    }

    /** The clock, which stands still until time passes. It begins at noon of 31 January 2026, UTC. */
    public Clock clock() {
        return new VirtualClock(staged.world());
    }

    /**
     * Asks for a process.
     *
     * @throws IllegalArgumentException if there is none of that name, or with all that is wrong with the objects and
     *     definitions
     */
    public Instance begin(String process, @Nullable Object request) {
        return begin(process, request, null);
    }

    /** The same, with a deadline of its requester's. */
    public Instance begin(String process, @Nullable Object request, @Nullable Duration within) {
        var known = nodes().operations().processes().names();
        if (!known.contains(process)) {
            throw new IllegalArgumentException("There is no process '" + process + "' among " + known);
        }
        return new Instance(staged, send(process, request, within, Map.of()));
    }

    /**
     * Sends a message to an instance, for a step that awaits it.
     *
     * @return what its sender was told; empty while no step awaits it
     */
    public Optional<Outcome> tell(Instance instance, String message, @Nullable Object body) {
        Map<String, String> to = Map.of(Headers.CONVERSATION_ID, instance.id());
        return send(process(instance) + "." + message, body, null, to).outcome();
    }

    private String process(Instance instance) {
        return staged.tables().conversations().committed(instance.id()).operation();
    }

    /**
     * Sends a message to whichever instance has its key, or has it begin one.
     *
     * @return what its sender was told; empty while it waits for an instance or a step
     */
    public Optional<Outcome> tell(String process, String message, @Nullable Object body) {
        return send(process + "." + message, body, null, Map.of()).outcome();
    }

    /** Publishes an event to a topic, for the methods of the objects that subscribe to it. */
    public ProcessesUnderTest publish(String topic, Object event) {
        nodes();
        providers.publish(topic, event);
        settle();
        return this;
    }

    /** Has the requester of an instance cancel it. */
    public void cancel(Instance instance) {
        nodes().cancel(instance.id(), "user:alice");
        settle();
    }

    /** Lets time pass, in which deadlines pass, providers answer, and what failed is tried again. */
    public ProcessesUnderTest pass(Duration time) {
        nodes();
        staged.world().pass(time.toMillis());
        refuseIfViolated();
        return this;
    }

    private StagedRequest send(
            String operation, @Nullable Object body, @Nullable Duration within, Map<String, String> properties) {
        nodes();
        StagedRequest request =
                new StagedRequest(operation, Stage.json(body), staged.world().name("request-"), within, properties);
        requester.sendOnce(request);
        settle();
        return request;
    }

    private void settle() {
        staged.world().pass(0);
        refuseIfViolated();
    }

    private void refuseIfViolated() {
        List<Violation> violations = staged.world().violations();
        if (!violations.isEmpty()) {
            throw new AssertionError(violations.get(0).toString());
        }
    }

    private StagedNodes nodes() {
        StagedNodes there = nodes;
        if (there == null) {
            StagedTopics topics = new StagedTopics(staged, providers);
            providers.goBy(new StagedQuestions(staged, providers, topics));
            StagedOperations operations =
                    new StagedOperations(objects, definitions, new StagedProviders(staged, providers), staged.broker());
            requester.unbound(operations::isOfProcess);
            there = new StagedNodes(staged, operations, topics, Delivery.XA, 1);
            nodes = there;
            there.start();
        }
        return there;
    }
}
