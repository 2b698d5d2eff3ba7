package dev.parley.engine.outbox;

import dev.parley.engine.commit.Transactions;
import dev.parley.engine.wire.JmsSender;
import dev.parley.engine.wire.Queues;
import dev.parley.engine.wire.WireFormat;
import dev.parley.engine.wire.WireMessage;
import dev.parley.message.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Session;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Brings messages to the broker in transactions of the broker alone, or in none. */
@ApplicationScoped
class JmsOutboxPublisher implements OutboxPublisher {

    @Inject
    Queues queues;

    @Inject
    Transactions transactions;

    @Inject
    Clock clock;

    @FunctionalInterface
    private interface Sending {
        void with(Session session) throws JMSException;
    }

    @Override
    public void sendTogether(List<OutboxRow> rows) {
        outside(true, session -> {
            try {
                send(rows, new JmsSender(session, clock));
                session.commit();
            } catch (JMSException | RuntimeException e) {
                session.rollback();
                throw e;
            }
        });
    }

    private void send(List<OutboxRow> rows, JmsSender sender) {
        Instant now = clock.instant();
        for (OutboxRow row : rows) {
            WireMessage message = row.message();
            sender.send(message, row.delay(message, now), row.id());
        }
    }

    /**
     * {@inheritDoc} Without a transaction the broker passes over what it knows already, instead of refusing it with all
     * there is in the transaction.
     */
    @Override
    public void send(OutboxRow row) {
        outside(
                false,
                session -> alone(() -> {
                    WireMessage message = row.message();
                    new JmsSender(session, clock).send(message, row.delay(message, clock.instant()), row.id());
                }));
    }

    @Override
    public void park(OutboxRow row, Problem why) {
        outside(
                false,
                session -> alone(() -> {
                    WireMessage parked = WireFormat.unsent(row.message(), why);
                    new JmsSender(session, clock).send(parked, Duration.ZERO, row.id());
                }));
    }

    @FunctionalInterface
    private interface Action {
        void run() throws JMSException;
    }

    /** The broker is there: what goes wrong from here on is the message's fault, or looks the same. */
    private static void alone(Action sending) {
        try {
            sending.run();
        } catch (JMSException | RuntimeException e) {
            throw new Undeliverable(String.valueOf(e.getMessage()), e);
        }
    }

    private void outside(boolean transacted, Sending sending) {
        transactions.outside(() -> {
            try (Connection connection = queues.connect();
                    Session session = session(connection, transacted)) {
                sending.with(session);
            } catch (JMSException e) {
                throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
            }
            return true;
        });
    }

    private static Session session(Connection connection, boolean transacted) throws JMSException {
        return connection.createSession(transacted, transacted ? Session.SESSION_TRANSACTED : Session.AUTO_ACKNOWLEDGE);
    }
}
