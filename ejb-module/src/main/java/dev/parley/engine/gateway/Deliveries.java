package dev.parley.engine.gateway;

import dev.parley.engine.commit.AfterCommit;
import dev.parley.engine.commit.Collision;
import dev.parley.engine.commit.GoesBack;
import dev.parley.engine.commit.Opening;
import dev.parley.engine.commit.PendingWrites;
import dev.parley.engine.commit.Transactions;
import dev.parley.engine.config.Delivery;
import dev.parley.engine.config.Settings;
import dev.parley.engine.metrics.Metrics;
import dev.parley.engine.trace.Tracing;
import dev.parley.engine.wire.JmsMessages;
import dev.parley.message.Problem;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The handling of deliveries. With {@link Delivery#XA} all is done in the transaction of the delivered message. With
 * {@link Delivery#OUTBOX} that one holds messages only, and the database's work is done in a transaction of its own
 * that commits first: a crash in between delivers the message again, and it is found handled. What fails rolls both
 * back.
 */
@ApplicationScoped
public class Deliveries {

    private static final Logger LOG = System.getLogger(Deliveries.class.getName());

    /** Each message comes a hundred times before the broker gives it up. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry registry;

    @Inject
    Gateways gateways;

    @Inject
    Opening opening;

    @Inject
    Transactions transactions;

    @Inject
    AfterCommit afterCommit;

    @Inject
    Metrics metrics;

    @Inject
    Tracing tracing;

    @Inject
    Settings settings;

    /** The way in which messages that are handled together are taken. */
    @FunctionalInterface
    public interface Taking {
        /** The messages, taken within the transaction that the gateway is part of. */
        List<Message> take(JmsGateway gateway) throws JMSException;
    }

    /** The ways in which a message that was received can go on. */
    public interface Received {

        /** Parks it as it came: nothing is stored of it. */
        void refused(Problem reason);

        /**
         * Parks its text, together with what is stored of it.
         *
         * @param failedConversation the conversation that has failed with it; null if none has
         */
        void accepted(String body, Problem reason, @Nullable String failedConversation);

        /** Puts it into a queue, as it was before it was parked; with that id if it has none. */
        void back(String queue, String messageId);

        /** Puts it back into its queue, to be looked at again after a while. */
        void later(Queue queue, int looks);
    }

    /** The way in which a message is read. */
    @FunctionalInterface
    public interface Reading<A> {
        /** The reading of a message, which says what becomes of it if it cannot be handled. */
        A read(Message message, Received received) throws JMSException;
    }

    /** The work that is done for what was read. */
    @FunctionalInterface
    public interface Handling<A> {
        /**
         * Handles them within the current transaction, and sends with the gateway; may be called again after a
         * rollback.
         */
        void handle(List<A> arrivals, Gateway gateway);
    }

    /**
     * Handles messages; whatever is thrown rolls their transaction back. If they {@linkplain GoesBack go back}, or
     * another transaction was in their way, nothing is. Neither is it while Parley waits for its database.
     *
     * @return false if they go back, whatever was done with them
     */
    public <A> boolean handle(String from, Taking taking, Reading<A> reading, Handling<A> handling) {
        if (opening.isClosedFor(PATIENCE)) {
            transactions.rollBack();
            return false;
        }
        try {
            handleWith(settings.delivery(), from, taking, reading, handling);
            return true;
        } catch (RuntimeException e) {
            if (!(e instanceof GoesBack) && !Collision.isReasonOf(e)) {
                throw e;
            }
            // The server would log it with its trace, and the broker's client once more
            LOG.log(Level.DEBUG, "Messages go back to " + from, e);
            afterCommit.failureIsKnown();
            transactions.rollBack();
            return false;
        }
    }

    private <A> void handleWith(
            Delivery delivery, String from, Taking taking, Reading<A> reading, Handling<A> handling) {
        try {
            if (delivery == Delivery.XA) {
                handleTogether(from, taking, reading, handling);
            } else {
                handleApart(from, taking, reading, handling);
            }
        } catch (JMSException e) {
            throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
        }
    }

    private <A> void handleTogether(String from, Taking taking, Reading<A> reading, Handling<A> handling)
            throws JMSException {
        try (JmsGateway gateway = gateways.openWithDatabase()) {
            List<A> arrivals = new ArrayList<>();
            for (Message message : taking.take(gateway)) {
                arrivals.add(reading.read(message, new AsItCame(gateway, message, from)));
            }
            metrics.batch(from, arrivals.size());
            tracing.spans().batch(from, arrivals.size(), () -> {
                handling.handle(arrivals, gateway);
                PendingWrites.write(registry);
                return true;
            });
        }
    }

    /**
     * The work in two transactions, that of the database within that of the broker. A message that came from the broker
     * and goes back to it unchanged stays in the broker's: there it cannot be doubled.
     */
    private <A> void handleApart(String from, Taking taking, Reading<A> reading, Handling<A> handling)
            throws JMSException {
        List<Consumer<JmsGateway>> onward = new ArrayList<>();
        OutboxGateway outbox = gateways.openOutbox((lane, work) -> onward.add(g -> g.work(lane, work)));
        try (JmsGateway broker = gateways.openAlone()) {
            List<A> arrivals = new ArrayList<>();
            for (Message message : taking.take(broker)) {
                arrivals.add(reading.read(message, new Apart(onward, outbox, message, from)));
            }
            metrics.batch(from, arrivals.size());
            tracing.spans()
                    .batch(
                            from,
                            arrivals.size(),
                            () -> transactions.inNew(() -> {
                                try (outbox) {
                                    handling.handle(arrivals, outbox);
                                }
                                return true;
                            }));
            onward.forEach(action -> action.accept(broker));
        }
    }

    private record AsItCame(JmsGateway gateway, Message message, String from) implements Received {

        @Override
        public void refused(Problem reason) {
            gateway.park(message, from, reason, null);
        }

        @Override
        public void accepted(String body, Problem reason, @Nullable String failedConversation) {
            gateway.park(message, from, reason, failedConversation);
        }

        @Override
        public void back(String queue, String messageId) {
            gateway.sendBack(message, queue, messageId);
        }

        @Override
        public void later(Queue queue, int looks) {
            gateway.later(message, queue, looks);
        }
    }

    private record Apart(List<Consumer<JmsGateway>> onward, OutboxGateway outbox, Message message, String from)
            implements Received {

        @Override
        public void refused(Problem reason) {
            onward.add(gateway -> gateway.park(message, from, reason, null));
        }

        @Override
        public void later(Queue queue, int looks) {
            onward.add(gateway -> gateway.later(message, queue, looks));
        }

        @Override
        public void back(String queue, String messageId) {
            onward.add(gateway -> gateway.sendBack(message, queue, messageId));
        }

        @Override
        public void accepted(String body, Problem reason, @Nullable String failedConversation) {
            try {
                outbox.park(JmsMessages.copy(message, body), from, reason, failedConversation);
            } catch (JMSException e) {
                throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
            }
        }
    }
}
