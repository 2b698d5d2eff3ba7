package dev.parley.testing;

import dev.parley.conversation.request.Problems;
import dev.parley.directory.DirectoryProblem;
import dev.parley.directory.MethodSubscription;
import dev.parley.directory.ObjectOperations;
import dev.parley.directory.Operations;
import dev.parley.directory.ServedOperation;
import dev.parley.directory.schema.JsonBinding;
import dev.parley.message.JsonText;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import jakarta.json.JsonObject;
import jakarta.json.bind.Jsonb;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Operations, called as Parley calls them: requests are JSON that is checked against the schema and the constraints,
 * replies are JSON, a {@link dev.parley.Fault} becomes a problem object, what fails is tried again after pauses, a
 * deadline passes, and a request that comes twice is done once. There is no server, and no time but that of
 * {@link #clock}.
 *
 * <p>Nothing is rolled back: what an operation that failed has done to the objects of a test stays.
 */
public final class OperationsUnderTest {

    private final Operations operations;
    private final TestClock clock = new TestClock();
    private final Attempts attempts = new Attempts(clock);
    private final Jsonb jsonb = JsonBinding.create();
    private final Map<List<String>, Answered> answered = new HashMap<>();
    private final List<Outcome> continuations = new ArrayList<>();
    private @Nullable Answers answers;

    private record Answered(String operation, String body, Outcome outcome) {}

    private OperationsUnderTest(Operations operations) {
        this.operations = operations;
    }

    /**
     * The operations of objects, which the test has given what is injected otherwise.
     *
     * @throws IllegalArgumentException with all that is wrong with one of them, as its deployment would say it
     */
    public static OperationsUnderTest of(Object... objects) {
        return new OperationsUnderTest(new ObjectOperations(List.of(objects)));
    }

    /** The clock: pauses between attempts pass on it, and whatever the test lets pass. */
    public TestClock clock() {
        return clock;
    }

    /** Lets operations that fail be called that often; it is five times otherwise, as on a server. */
    public OperationsUnderTest withAttempts(int most) {
        attempts.most(most);
        return this;
    }

    /**
     * Has operations ask these providers, which they have been given as their {@link dev.parley.Requester}: an answer
     * calls the operation that it is for, and an event the methods that subscribe to its topic.
     */
    public OperationsUnderTest with(Providers providers) {
        Answers theirs = new Answers(clock, providers, operations.subscriptions());
        providers.goBy(theirs);
        attempts.within(theirs);
        answers = theirs;
        return this;
    }

    /** Lets time pass, in which answers of providers come, and deadlines pass. */
    public OperationsUnderTest pass(Duration time) {
        Instant end = clock.instant().plus(time);
        takeAnswers(end);
        clock.passUntil(end);
        return this;
    }

    /** What came of the operations that took answers of providers, and events that others published, in order. */
    public List<Outcome> continuations() {
        return List.copyOf(continuations);
    }

    private void takeAnswers(Instant until) {
        Optional<Answers.Due> next = next(until);
        while (next.isPresent()) {
            clock.passUntil(next.get().at());
            continuations.add(ask(next.get().request()));
            next = next(until);
        }
    }

    private Optional<Answers.Due> next(Instant until) {
        return answers == null ? Optional.empty() : answers.next(until);
    }

    /** Asks for an operation. */
    public Outcome ask(String operation, @Nullable Object body) {
        return ask(TestRequest.of(operation, body));
    }

    /** Asks for an operation. One that was asked before, with the same key and sender, is answered again. */
    public Outcome ask(TestRequest request) {
        String body = json(request.body());
        ServedOperation operation = operations.find(request.operation()).orElse(null);
        if (operation == null) {
            return refused(DirectoryProblem.OPERATION_UNKNOWN.because(
                    "There is no operation '" + request.operation() + "' among " + operations.names() + "."));
        }
        List<String> key = List.of(request.sender(), request.messageId());
        Answered before = answered.get(key);
        if (before == null) {
            Outcome outcome = checked(operation, request, body);
            if (outcome.ending() != Outcome.Ending.REFUSED) {
                answered.put(key, new Answered(operation.name(), body, outcome));
            }
            takeAnswers(clock.instant());
            return outcome;
        }
        boolean same = before.operation().equals(operation.name()) && JsonText.same(before.body(), body);
        return same ? before.outcome() : refused(Problems.messageIdReused(request.messageId()));
    }

    /**
     * Publishes an event to a topic: each method that subscribes to it is called, once.
     *
     * @return what came of each, in the order of their names
     * @throws IllegalArgumentException if none does
     */
    public List<Outcome> publish(String topic, Object event) {
        List<MethodSubscription> subscriptions = operations.subscriptions();
        List<TestRequest> requests =
                Answers.events(subscriptions, topic, event, UUID.randomUUID().toString());
        if (requests.isEmpty()) {
            throw new IllegalArgumentException("No method subscribes to '" + topic + "'; there are subscriptions of "
                    + subscriptions.stream()
                            .map(MethodSubscription::topic)
                            .distinct()
                            .toList());
        }
        return requests.stream().map(this::ask).toList();
    }

    private Outcome checked(ServedOperation operation, TestRequest request, String body) {
        if (operation.takesTurns()) {
            throw new IllegalArgumentException(operation.name() + " takes turns: converse with it");
        }
        try {
            operation.read(body);
        } catch (Refusal refusal) {
            return refused(refusal.problem());
        }
        return attempts.call(
                        operation, request, body, new Attempts.Place("conversation-" + request.messageId(), 1, null))
                .outcome();
    }

    /** A conversation with an operation that takes turns. */
    public Talk converse(String operation) {
        ServedOperation served = operations
                .find(operation)
                .filter(ServedOperation::takesTurns)
                .orElseThrow(
                        () -> new IllegalArgumentException("There is no operation that takes turns: " + operation));
        return new Talk(served, attempts, clock, this::json);
    }

    private String json(@Nullable Object body) {
        if (body == null) {
            return "";
        }
        return body instanceof String || body instanceof JsonObject ? body.toString() : jsonb.toJson(body);
    }

    static Outcome refused(Problem problem) {
        return new Outcome(Outcome.Ending.REFUSED, problem.toJson(), problem.name(), 0, null);
    }
}
