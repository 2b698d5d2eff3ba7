package dev.parley.exchange.engine;

import dev.parley.Answer;
import dev.parley.RequestOptions;
import dev.parley.Requester;
import dev.parley.conversation.ConversationView;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.conversation.RequestLimits;
import dev.parley.conversation.request.HeaderPolicy;
import dev.parley.directory.OperationResolution;
import dev.parley.directory.schema.JsonBinding;
import dev.parley.engine.call.CurrentCall;
import dev.parley.engine.gateway.EventPublishing;
import dev.parley.engine.gateway.SlipSending;
import dev.parley.engine.journal.Conversations;
import dev.parley.engine.run.CheckedRequest;
import dev.parley.engine.run.RequestAcceptor;
import dev.parley.engine.run.RequestCheck;
import dev.parley.message.Address;
import dev.parley.message.Caller;
import dev.parley.message.Participant;
import dev.parley.message.Refusal;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Takes the requests of code in the EAR. */
@ApplicationScoped
class DirectRequester implements Requester {

    private static final String CANCEL = "parley.command";

    @Inject
    RequestLimits limits;

    @Inject
    RequestCheck check;

    @Inject
    RequestAcceptor acceptance;

    @Inject
    Conversations conversations;

    @Inject
    EventPublishing events;

    @Inject
    SlipSending slips;

    private Jsonb jsonb;

    @PostConstruct
    void prepare() {
        jsonb = JsonBinding.create();
    }

    @Override
    public String send(String operation, Object request, RequestOptions terms) {
        return ask(envelope(operation, request, MessageExchangePattern.IN_ONLY, null, terms));
    }

    @Override
    public String request(String operation, Object request, String continuation, RequestOptions terms) {
        Address answers = Address.operation(new HeaderPolicy(limits).identifier("continuation", continuation));
        return ask(envelope(operation, request, MessageExchangePattern.IN_OUT, answers, terms));
    }

    @Override
    public String start(String process, Object request, RequestOptions terms) {
        return ask(
                envelope(process, request, MessageExchangePattern.IN_OUT, null, terms),
                OperationResolution::beginsProcess,
                "no process: send it, or request it");
    }

    @Override
    public String tell(String process, String message, Object body, @Nullable String instance, RequestOptions terms) {
        return ask(
                about(instance, envelope(process + "." + message, body, MessageExchangePattern.IN_OUT, null, terms)),
                told -> told.namesAnother() && !told.name().equals(CANCEL),
                "no message to a process: send it, or request it");
    }

    @Override
    public String cancel(String conversation, String reason) {
        JsonObject command = Json.createObjectBuilder()
                .add("command", "cancel")
                .add("reason", reason)
                .build();
        return ask(about(
                conversation, envelope(CANCEL, command, MessageExchangePattern.IN_OUT, null, RequestOptions.DEFAULT)));
    }

    private Envelope about(@Nullable String conversation, Envelope envelope) {
        if (conversation == null) {
            return envelope;
        }
        try {
            return envelope.named(new HeaderPolicy(limits).identifier("conversation", conversation));
        } catch (Refusal refusal) {
            throw notFitting(refusal);
        }
    }

    private String ask(Envelope envelope) {
        return ask(envelope, any -> true, "");
    }

    /** What is begun, or told, is a process: a method of that name would do something that nobody has asked for. */
    private String ask(Envelope envelope, Predicate<OperationResolution> wanted, String otherwise) {
        try {
            CheckedRequest checked = check.check(envelope);
            if (!wanted.test(checked.operation())) {
                throw new IllegalArgumentException("'" + envelope.operation() + "' is " + otherwise);
            }
            return acceptance.acceptHere(checked).conversation().id();
        } catch (Refusal refusal) {
            throw notFitting(refusal);
        }
    }

    @Override
    public <R> CompletionStage<Answer<R>> call(
            String operation, Object request, Class<R> reply, RequestOptions terms, Duration patience) {
        acceptance.requireNoTransaction();
        Envelope envelope = envelope(operation, request, MessageExchangePattern.IN_OUT, null, terms);
        try {
            return acceptance
                    .accept(check.check(envelope))
                    .thenCompose(accepted -> conversations.awaitFinal(
                            accepted.conversation().id(), new Caller(Participant.APPLICATION, true), patience))
                    .thenApply(view -> answer(view, reply));
        } catch (Refusal refusal) {
            throw notFitting(refusal);
        }
    }

    @Override
    public String publish(String topic, Object event, RequestOptions terms) {
        CurrentCall call = CurrentCall.get();
        try {
            int hops = hops(call, new HeaderPolicy(limits));
            return events.publish(topic, sender(call), terms.messageId(), hops, json(event));
        } catch (Refusal refusal) {
            throw notFitting(refusal);
        }
    }

    @Override
    public String slip(Object order, RequestOptions terms) {
        CurrentCall call = CurrentCall.get();
        HeaderPolicy headers = new HeaderPolicy(limits);
        try {
            String messageId = headers.identifier("messageId", or(terms.messageId(), acceptance.newId()));
            String correlationId = headers.identifier("correlationId", or(terms.correlationId(), messageId));
            return slips.send(
                    sender(call), messageId, correlationId, terms.deadline(), hops(call, headers), json(order));
        } catch (Refusal refusal) {
            throw notFitting(refusal);
        }
    }

    /**
     * To the application a refusal is a mistake of its own, but the end of an endless loop is the requester's to know.
     */
    private static int hops(@Nullable CurrentCall call, HeaderPolicy headers) {
        return call == null ? 0 : headers.hops(call.hops() + 1);
    }

    private String json(Object body) {
        return body instanceof JsonValue ? body.toString() : jsonb.toJson(body);
    }

    private static String sender(@Nullable CurrentCall call) {
        return call == null ? Participant.APPLICATION : Participant.operation(call.operation());
    }

    private <R> Answer<R> answer(ConversationView view, Class<R> type) {
        var conversation = view.conversation();
        if (!conversation.status().isFinal()) {
            throw new CompletionException(new TimeoutException("Conversation " + conversation.id() + " goes on"));
        }
        return new Answer<>(
                conversation.operation(),
                conversation.id(),
                conversation.correlationId(),
                conversation.state(),
                view.reply() == null ? null : jsonb.fromJson(view.reply(), type),
                view.fault() == null ? null : jsonb.fromJson(view.fault(), JsonObject.class));
    }

    private Envelope envelope(
            String operation,
            Object request,
            MessageExchangePattern exchange,
            @Nullable Address replyTo,
            RequestOptions terms) {
        Instant now = acceptance.now();
        CurrentCall call = CurrentCall.get();
        HeaderPolicy headers = new HeaderPolicy(limits);
        int hops = hops(call, headers);
        String messageId = headers.identifier("messageId", or(terms.messageId(), acceptance.newId()));
        Envelope envelope = new Envelope(
                operation,
                json(request),
                exchange,
                sender(call),
                null,
                messageId,
                headers.identifier("correlationId", or(terms.correlationId(), messageId)),
                replyTo,
                null,
                false,
                headers.state(terms.state()),
                null,
                headers.deadline(
                        terms.deadline() == null ? null : terms.deadline().toString(), now),
                hops);
        return envelope.deadlineGiven(terms.deadline() != null);
    }

    private static String or(@Nullable String given, String otherwise) {
        return Objects.requireNonNullElse(given, otherwise);
    }

    private static RuntimeException notFitting(Refusal refusal) {
        String errors = refusal.problem().violations().isEmpty()
                ? ""
                : " " + refusal.problem().violations();
        return new IllegalArgumentException(refusal.getMessage() + errors, refusal);
    }
}
