package dev.parley.testing;

import dev.parley.directory.MethodSubscription;
import dev.parley.message.CommonProblem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The answers of providers that are still to come, each at its time, and events for the methods that subscribe; and
 * what the current operation asks meanwhile.
 */
final class Answers implements Providers.Way {

    private static final Duration PATIENCE = Duration.ofHours(1);

    private final Clock clock;
    private final Providers providers;
    private final List<MethodSubscription> subscriptions;
    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::order));
    private @Nullable List<Question> open;
    private int order;

    /**
     * An answer, or an event.
     *
     * @param at when it comes
     * @param order which of those that come then
     * @param request the request to the operation that takes it
     */
    record Due(Instant at, int order, TestRequest request) {}

    Answers(Clock clock, Providers providers, List<MethodSubscription> subscriptions) {
        this.clock = clock;
        this.providers = providers;
        this.subscriptions = subscriptions;
    }

    void begin() {
        open = new ArrayList<>();
    }

    /** Has all go out that was asked since it began. */
    void commit() {
        List<Question> questions = open == null ? List.of() : open;
        open = null;
        questions.forEach(this::goOut);
    }

    /** Forgets what was asked since it began. */
    void rollback() {
        open = null;
    }

    @Override
    public boolean isOpen() {
        return open != null;
    }

    @Override
    public void take(Question question) {
        if (open == null) {
            goOut(question);
        } else {
            open.add(question);
        }
    }

    private void goOut(Question question) {
        if (!providers.wentOut(question)) {
            return;
        }
        if (question.event()) {
            events(subscriptions, question.operation(), question.body(), question.messageId())
                    .forEach(event -> add(clock.instant(), event));
        } else if (question.continuation() != null) {
            Said said = first(question);
            add(clock.instant().plus(said.after()), answer(question, said));
        }
    }

    private void add(Instant at, TestRequest request) {
        order++;
        due.add(new Due(at, order, request));
    }

    private static TestRequest answer(Question question, Said said) {
        String continuation = Objects.requireNonNull(question.continuation());
        return TestRequest.of(continuation, question.answer(said))
                .withMessageId(question.messageId() + ".Answer")
                .from("conversation:" + question.conversationId());
    }

    /** The requests by which an event reaches the methods that subscribe. */
    static List<TestRequest> events(
            List<MethodSubscription> subscriptions, String topic, Object event, String messageId) {
        return subscriptions.stream()
                .filter(to -> to.topic().equals(topic))
                .map(to -> TestRequest.of(to.operation(), event)
                        .withMessageId(messageId)
                        .from("subscription:" + topic + "/" + to.name()))
                .toList();
    }

    private Said first(Question question) {
        Duration deadline = Objects.requireNonNullElse(question.terms().deadline(), PATIENCE);
        return providers.answers(question.operation()).stream()
                .min(Comparator.comparing(Said::after))
                .filter(said -> said.after().compareTo(deadline) < 0)
                .orElseGet(() -> expired(question, deadline));
    }

    static Said expired(Question question, Duration deadline) {
        return new Said(
                deadline,
                null,
                CommonProblem.EXPIRED.because("Nobody answered " + question.operation() + " within " + deadline + "."));
    }

    /** The next answer that comes by then, which is taken out. */
    Optional<Due> next(Instant until) {
        Due next = due.peek();
        return next == null || next.at().isAfter(until) ? Optional.empty() : Optional.ofNullable(due.poll());
    }
}
