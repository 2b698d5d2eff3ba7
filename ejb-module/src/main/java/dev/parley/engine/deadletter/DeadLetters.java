package dev.parley.engine.deadletter;

import dev.parley.engine.call.LogContext;
import dev.parley.engine.commit.Collided;
import dev.parley.engine.commit.Collision;
import dev.parley.engine.commit.Opening;
import dev.parley.engine.commit.Result;
import dev.parley.engine.commit.Transactions;
import dev.parley.engine.config.Settings;
import dev.parley.engine.gateway.Deliveries;
import dev.parley.engine.gateway.Gateway;
import dev.parley.engine.gateway.JmsGateway;
import dev.parley.engine.jdbc.Connections;
import dev.parley.engine.wire.AdapterMessages;
import dev.parley.engine.wire.MessageReader;
import dev.parley.engine.wire.Queues;
import dev.parley.engine.wire.WireFormat;
import dev.parley.message.Caller;
import dev.parley.message.Refusal;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The dead letters, for operators. What is done with one is done in the transaction that takes it: a crash leaves the
 * dead letter, or what came of it. With an outbox it may leave both; done again, it then changes nothing.
 */
@ApplicationScoped
public class DeadLetters {

    /** The dead letters that one call has retried. */
    private static final int MOST_AT_ONCE = 500;

    private static final Logger LOG = System.getLogger(DeadLetters.class.getName());

    @Inject
    Queues queues;

    @Inject
    Deliveries deliveries;

    @Inject
    Transactions transactions;

    @Inject
    Opening opening;

    @Inject
    Settings settings;

    @Inject
    DeadLetterWork work;

    private DeadLetterReader reader;
    private DeadLetterBrowser browser;

    @PostConstruct
    void prepare() {
        reader = new DeadLetterReader(new MessageReader(
                settings.limits().maxBodySize(),
                settings.trustBrokerUser(),
                settings.trustBrokerUserOfAmqp(),
                settings.trustBrokerRoles()));
        browser = new DeadLetterBrowser(queues, reader);
    }

    /** A dead letter that was taken, and how it goes back into a queue. */
    record Held(DeadLetter letter, Deliveries.Received delivery) {}

    /** What is done with a dead letter that was taken, within its transaction. */
    @FunctionalInterface
    private interface Deed {
        Result<DeadLetterResult> with(Held held, Gateway gateway);
    }

    /**
     * Those that are chosen.
     *
     * @param after the cursor that the page before gave; null for the first page
     */
    public DeadLetterList list(DeadLetterFilter filter, @Nullable String after, int limit) {
        return browser.list(filter, after, limit);
    }

    /**
     * One of them.
     *
     * @throws Refusal {@code letter-unknown}
     */
    public DeadLetter get(String id) {
        return browser.find(id).orElseThrow(() -> new Refusal(DeadLetterId.unknown(id)));
    }

    /**
     * Has the conversation of a dead letter go on; one that is about none goes back into its queue.
     *
     * @throws Refusal {@code letter-unknown}, {@code dead-letter-stays}, {@code conversation-gone},
     *     {@code retry-impossible}
     */
    public DeadLetterResult retry(String id, DeadLetterCommand command, Caller caller) {
        return done(id, command, caller, (held, gateway) -> work.retry(held, command, caller, gateway));
    }

    /**
     * Retries those that are chosen, each for itself, as {@link #retry}. One whose transaction meets others again and
     * again is left as it is.
     */
    public Retried retryAll(DeadLetterCommand command, Caller caller) {
        DeadLetterList found = browser.list(command.filter(), null, MOST_AT_ONCE);
        return each(
                found.page().items(),
                letter -> retry(letter.id(), command, caller),
                found.page().next() != null || !found.whole());
    }

    static Retried each(List<DeadLetter> letters, Function<DeadLetter, DeadLetterResult> retry, boolean more) {
        List<DeadLetterResult> done = new ArrayList<>();
        List<Failed> failed = new ArrayList<>();
        int notDone = 0;
        for (DeadLetter letter : letters) {
            try {
                done.add(retry.apply(letter));
            } catch (Refusal refused) {
                failed.add(new Failed(
                        letter.id(), refused.problem().name(), refused.problem().detail()));
            } catch (RuntimeException e) {
                if (!Collision.isReasonOf(e)) {
                    throw e;
                }
                LOG.log(Level.DEBUG, "Dead letter " + letter.id() + " stays: others were in the way", e);
                notDone++;
            }
        }
        return new Retried(done, failed, notDone, more || notDone > 0);
    }

    /**
     * What came of a retry of many.
     *
     * @param done those that went
     * @param failed those that are still there, and why
     * @param notDone how many are still there although nothing is wrong with them: other transactions were in the way
     * @param more true if there are more that were not looked at, or not done
     */
    public record Retried(List<DeadLetterResult> done, List<Failed> failed, int notDone, boolean more) {

        public Retried {
            done = List.copyOf(done);
            failed = List.copyOf(failed);
        }
    }

    /**
     * A dead letter that is still there.
     *
     * @param id which
     * @param problem the name of the problem
     * @param detail what to do
     */
    public record Failed(String id, String problem, String detail) {}

    /**
     * Sends a new request in place of a dead letter.
     *
     * @throws Refusal {@code letter-unknown}, {@code dead-letter-stays}, or as a request is refused
     */
    public DeadLetterResult send(String id, DeadLetterCommand command, Caller caller) {
        return done(id, command, caller, (held, gateway) -> work.send(held, command, caller, gateway));
    }

    /**
     * Drops a dead letter, for good.
     *
     * @throws Refusal {@code letter-unknown}
     */
    public DeadLetterResult drop(String id, DeadLetterCommand command, Caller caller) {
        return done(id, command, caller, (held, gateway) -> work.drop(held, command, caller, gateway));
    }

    private DeadLetterResult done(String id, DeadLetterCommand command, Caller caller, Deed deed) {
        String selector = DeadLetterId.selector(id);
        Result<DeadLetterResult> result =
                Collision.resolved(() -> transactions.inNew(() -> within(id, selector, deed)));
        DeadLetterResult came = result.orThrow();
        LogContext ids = LogContext.of(came.conversationId());
        try {
            LOG.log(
                    Level.INFO,
                    "Dead letter {0}: {1} by {2}: {3}",
                    id,
                    came.outcome(),
                    WireFormat.oneLine(caller.name()),
                    WireFormat.oneLine(command.reason()));
        } finally {
            ids.leave();
        }
        return came;
    }

    private Result<DeadLetterResult> within(String id, String selector, Deed deed) {
        AtomicReference<@Nullable Result<DeadLetterResult>> result = new AtomicReference<>();
        boolean handled = deliveries.<Optional<Held>>handle(
                Queues.DEAD.name(),
                gateway -> take(gateway, selector),
                (message, delivery) -> reader.read(message).map(letter -> new Held(letter, delivery)),
                (held, gateway) -> result.set(undoneIfRefused(held.stream()
                        .flatMap(Optional::stream)
                        .findFirst()
                        .map(one -> deed.with(one, gateway))
                        .orElseGet(() -> Result.refused(DeadLetterId.unknown(id))))));
        Result<DeadLetterResult> came = result.get();
        if (came == null || !handled) {
            throw wentBack();
        }
        return undoneIfRefused(came);
    }

    /**
     * Why a dead letter went back as it came, and is there still, even if all was done with it by then: Parley waits,
     * or another transaction was in its way.
     */
    private RuntimeException wentBack() {
        String awaited = opening.awaited();
        if (awaited != null) {
            return new Connections.Failed(new SQLTransientConnectionException(awaited));
        }
        return new Collided(Collision.overtaken("The dead letter went back"));
    }

    /** With an outbox, what is done is in a transaction of its own. */
    private Result<DeadLetterResult> undoneIfRefused(Result<DeadLetterResult> result) {
        if (result.refusal() != null) {
            transactions.rollBack();
        }
        return result;
    }

    /** The session closes the consumer: a body may still be on its way. */
    private static List<Message> take(JmsGateway gateway, String selector) {
        Message taken = gateway.context()
                .createConsumer(Queues.named(Queues.DEAD.name()), selector)
                .receiveNoWait();
        return taken == null ? List.of() : List.of(AdapterMessages.inner(taken));
    }
}
