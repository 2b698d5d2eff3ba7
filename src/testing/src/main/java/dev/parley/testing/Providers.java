package dev.parley.testing;

import dev.parley.Answer;
import dev.parley.RequestOptions;
import dev.parley.Requester;
import dev.parley.directory.schema.JsonBinding;
import dev.parley.message.OperationFault;
import dev.parley.message.Problem;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.bind.Jsonb;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Providers that do what a test says, and the {@link Requester} that asks them: give it to the objects under test in
 * place of the one that is injected. What an operation asks goes out if it succeeds or answers with a fault, and does
 * not if it fails, as it would with its transaction.
 */
public final class Providers implements Requester {

    private final Jsonb jsonb = JsonBinding.create();
    private final Map<String, List<Said>> scripts = new HashMap<>();
    private final List<Asked> asked = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private Way way = new Straight();
    private int questions;

    /** The way that what is asked takes: with the transaction of the operation that asks, if there is one. */
    interface Way {

        /** True within a transaction. */
        boolean isOpen();

        void take(Question question);
    }

    private final class Straight implements Way {

        @Override
        public boolean isOpen() {
            return false;
        }

        @Override
        public void take(Question question) {
            wentOut(question);
        }
    }

    /** Has the provider of an operation reply at once; null for a reply without content. */
    public Providers reply(String operation, @Nullable Object reply) {
        return replyAfter(operation, Duration.ZERO, reply);
    }

    /** Has the provider of an operation reply after that time. */
    public Providers replyAfter(String operation, Duration time, @Nullable Object reply) {
        return script(operation, List.of(said(time, reply)));
    }

    /** Has the provider of an operation reply twice. The first reply counts. */
    public Providers replyTwice(String operation, @Nullable Object first, @Nullable Object second) {
        return script(operation, List.of(said(Duration.ZERO, first), said(Duration.ZERO, second)));
    }

    /** Has the provider of an operation answer with a fault. */
    public Providers fault(String operation, String name, String detail) {
        Problem fault = new Problem(new OperationFault(name), detail, List.of(), Map.of());
        return script(operation, List.of(new Said(Duration.ZERO, null, fault)));
    }

    /** Has the provider of an operation say nothing: who asks gets the fault {@code expired} at the deadline. */
    public Providers staySilent(String operation) {
        return script(operation, List.of());
    }

    private Providers script(String operation, List<Said> said) {
        scripts.put(operation, said);
        return this;
    }

    private Said said(Duration time, @Nullable Object reply) {
        return new Said(time, reply == null ? null : json(reply), null);
    }

    /** All that was asked for, published, sent, begun, told and cancelled, in order. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** How often that was asked for, or published to. */
    public int asked(String operation) {
        return (int) asked.stream().filter(a -> a.operation().equals(operation)).count();
    }

    @Override
    public String send(String operation, Object request, RequestOptions terms) {
        return ask(question(operation, request, null, terms));
    }

    @Override
    public String request(String operation, Object request, String continuation, RequestOptions terms) {
        return ask(question(operation, request, continuation, terms));
    }

    /** It is noted; no process begins by it. */
    @Override
    public String start(String process, Object request, RequestOptions terms) {
        return ask(newQuestion(process, request, null, terms));
    }

    /** It is noted, and comes to no process. */
    @Override
    public String tell(String process, String message, Object body, @Nullable String instance, RequestOptions terms) {
        return ask(newQuestion(process + "." + message, body, null, terms).about(instance));
    }

    /** It is noted, and nothing is cancelled. */
    @Override
    public String cancel(String conversation, String reason) {
        JsonObject command = Json.createObjectBuilder()
                .add("command", "cancel")
                .add("reason", reason)
                .build();
        return ask(newQuestion("parley.command", command, null, RequestOptions.DEFAULT)
                .about(conversation));
    }

    @Override
    public String publish(String topic, Object event, RequestOptions terms) {
        Question asked = newQuestion(topic, event, null, terms);
        Question question = new Question(topic, asked.body(), null, asked.messageId(), terms, null, true);
        way.take(question);
        return question.messageId();
    }

    @Override
    public String slip(Object order, RequestOptions terms) {
        return ask(newQuestion("parley.slip", order, null, terms));
    }

    @Override
    public <R> CompletionStage<Answer<R>> call(
            String operation, Object request, Class<R> reply, RequestOptions terms, Duration patience) {
        if (way.isOpen()) {
            throw new IllegalStateException("Nobody can wait for an answer inside a transaction: use request");
        }
        Question question = question(operation, request, null, terms);
        wentOut(question);
        Said said = answers(question.operation()).stream()
                .filter(s -> s.after().compareTo(patience) <= 0)
                .findFirst()
                .orElse(null);
        return said == null
                ? CompletableFuture.failedFuture(new TimeoutException(question.conversationId()))
                : CompletableFuture.completedFuture(answer(question, said, reply));
    }

    private <R> Answer<R> answer(Question question, Said said, Class<R> type) {
        R reply = said.reply() == null ? null : jsonb.fromJson(said.reply(), type);
        return new Answer<>(
                question.operation(),
                question.conversationId(),
                question.correlationId(),
                question.terms().state(),
                reply,
                Question.fault(said));
    }

    private Question question(String operation, Object request, @Nullable String continuation, RequestOptions terms) {
        if (!scripts.containsKey(operation)) {
            throw new IllegalArgumentException("There is no provider of '" + operation
                    + "' in this test: say what it does, as in providers.reply(\"" + operation + "\", …)");
        }
        return newQuestion(operation, request, continuation, terms);
    }

    private Question newQuestion(
            String operation, Object request, @Nullable String continuation, RequestOptions terms) {
        questions++;
        String messageId = Objects.requireNonNullElse(terms.messageId(), "asked-" + questions);
        return new Question(operation, json(request), continuation, messageId, terms, null, false);
    }

    private String ask(Question question) {
        way.take(question);
        return question.conversationId();
    }

    private String json(Object body) {
        return body instanceof JsonObject ? body.toString() : jsonb.toJson(body);
    }

    void goBy(Way its) {
        way = its;
    }

    /** Notes what is committed; false if it was asked before, under the same key. */
    boolean wentOut(Question question) {
        return wentOut(question.messageId(), question.asked());
    }

    /** The same, of what somebody else has asked. */
    boolean wentOut(String messageId, Asked what) {
        boolean isNew = known.add(messageId);
        if (isNew) {
            asked.add(what);
        }
        return isNew;
    }

    /** Whether it has been said what the provider of an operation does. */
    boolean provide(String operation) {
        return scripts.containsKey(operation);
    }

    /** What the provider of an operation says, and when; the first counts. */
    List<Said> answers(String operation) {
        return scripts.getOrDefault(operation, List.of());
    }
}
