package dev.parley.web.relay;

import dev.parley.message.Caller;
import dev.parley.relay.ReceivedMails;
import dev.parley.relay.engine.RelaySettings;
import dev.parley.web.BoundedText;
import dev.parley.web.ResultDeadlines;
import dev.parley.web.Suspensions;
import dev.parley.web.Waits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The calls of mailboxes, answered with what the resources would answer, without a thread that waits for it. Whoever
 * calls this has authenticated the caller. In a servlet context it is an attribute with the name of this class.
 */
@ApplicationScoped
public class DirectCalls {

    @Inject
    MailboxMessagesResource messages;

    @Inject
    ReceptionsResource receptions;

    @Inject
    LocksResource locks;

    @Inject
    ResultDeadlines deadlines;

    @Inject
    Waits waits;

    private Duration identity = Duration.ZERO;

    /**
     * The input that comes with a call.
     *
     * @param keys the lines of the header Idempotency-Key; null if there are none
     * @param query gives the value of a parameter, or null
     * @param body its body, if it has one
     */
    public record Input(
            @Nullable List<String> keys, Function<String, @Nullable String> query, ByteArrayInputStream body) {}

    @Inject
    void configure(RelaySettings settings) {
        knowingCallersFor(settings.identity());
    }

    void knowingCallersFor(Duration duration) {
        identity = duration;
    }

    void offer(@Observes @Initialized(ApplicationScoped.class) ServletContext context) {
        context.setAttribute(DirectCalls.class.getName(), this);
    }

    /**
     * The time for which whoever was authenticated on a connection is known on it by the same credentials; zero for not
     * at all.
     */
    public Duration identity() {
        return identity;
    }

    /**
     * Answers a call after its commit; never with an exception. Blocks nothing. The answer is made by whoever asks for
     * it: the thread that completes this is the one that commits for all others. Who cancels it waits no more.
     */
    public CompletableFuture<Supplier<DirectAnswer>> answer(DirectCall call, Caller caller, Input input) {
        ReceptionParameters parameters = ReceptionParameters.of(input.query());
        CompletableFuture<Supplier<DirectAnswer>> asked = carryOut(call, caller, input, parameters);
        Duration patience = parameters.patience().plus(Suspensions.PATIENCE);
        CompletableFuture<Supplier<DirectAnswer>> inTime = asked.copy();
        deadlines.set(inTime, patience);
        CompletableFuture<Supplier<DirectAnswer>> answer = inTime.exceptionally(thrown -> {
            if (thrown instanceof TimeoutException || thrown instanceof CancellationException) {
                asked.cancel(false);
            }
            return () -> DirectAnswer.failure(thrown);
        });
        return cancelling(asked, answer);
    }

    /** Cancels what a result is made of when it is cancelled, which it does not by itself; what comes back is it. */
    private static <T> CompletableFuture<T> cancelling(CompletableFuture<?> source, CompletableFuture<T> result) {
        var unused = result.whenComplete((value, thrown) -> {
            if (thrown instanceof CancellationException) {
                source.cancel(false);
            }
        });
        return result;
    }

    private static Supplier<DirectAnswer> made(Supplier<DirectAnswer> answer) {
        return () -> {
            try {
                return answer.get();
            } catch (RuntimeException e) {
                return DirectAnswer.failure(e);
            }
        };
    }

    private CompletableFuture<Supplier<DirectAnswer>> carryOut(
            DirectCall call, Caller caller, Input input, ReceptionParameters parameters) {
        try {
            String mailbox = call.mailbox();
            return switch (call.kind()) {
                case SEND -> send(caller, mailbox, input);
                case RECEIVE -> receive(caller, mailbox, input, parameters);
                case ACKNOWLEDGE ->
                    locks.acknowledge(caller, mailbox, call.lock()).thenApply(nothing -> DirectAnswer::done);
                case ACKNOWLEDGE_MANY ->
                    locks.acknowledgeMany(caller, mailbox, text(input))
                            .thenApply(done ->
                                    made(() -> DirectAnswer.json(Response.Status.OK, MailJson.acknowledged(done))));
            };
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletableFuture<Supplier<DirectAnswer>> send(Caller caller, String mailbox, Input input) {
        return messages.send(caller, mailbox, input.keys(), text(input))
                .thenApply(sent -> made(() -> DirectAnswer.json(Response.Status.CREATED, MailJson.sent(sent))));
    }

    private CompletableFuture<Supplier<DirectAnswer>> receive(
            Caller caller, String mailbox, Input input, ReceptionParameters parameters) {
        CompletableFuture<ReceivedMails> received =
                receptions.receive(caller, mailbox, input.keys(), parameters, text(input));
        if (parameters.waits()) {
            waits.add(received); // not what is made of it: what has come is locked, and is answered
        }
        return cancelling(
                received,
                received.thenApply(delivery -> made(() -> MailAnswer.saysNothing(delivery)
                        ? DirectAnswer.done()
                        : DirectAnswer.json(Response.Status.OK, MailJson.received(delivery)))));
    }

    private static String text(Input input) {
        int length = input.body().available();
        return new BoundedText(length).read(input.body(), length);
    }
}
