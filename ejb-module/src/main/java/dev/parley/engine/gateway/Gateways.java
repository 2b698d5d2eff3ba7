package dev.parley.engine.gateway;

import dev.parley.engine.config.Delivery;
import dev.parley.engine.config.Settings;
import dev.parley.engine.jdbc.Connections;
import dev.parley.engine.outbox.DatabaseOutbox;
import dev.parley.engine.wire.Lane;
import dev.parley.engine.wire.OperationWork;
import dev.parley.engine.wire.Queues;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSContext;
import java.time.Clock;
import java.util.function.BiConsumer;

/** The gateways of transactions, opened according to how what is sent and what is stored become durable together. */
@ApplicationScoped
public class Gateways {

    @Inject
    Queues queues;

    @Inject
    Connections database;

    @Inject
    DatabaseOutbox outbox;

    @Inject
    MailboxDelivery mailboxes;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    /** A gateway for the current transaction; the caller closes it before the transaction ends. */
    public Gateway open() {
        return settings.delivery() == Delivery.XA
                ? openWithDatabase()
                : openOutbox((lane, work) -> {
                    throw new IllegalStateException("Nothing was received that could be passed on: " + work);
                });
    }

    /**
     * A gateway for a transaction that holds messages and database. It has no session before there is something to send
     * or to receive: until then the transaction is the database's alone.
     */
    JmsGateway openWithDatabase() {
        return new JmsGateway(this::sessionAfterDatabase, mailboxes, clock);
    }

    /** The database joins first, so that it commits first: what is sent is there after what it is about. */
    private JMSContext sessionAfterDatabase() {
        database.join();
        return queues.open();
    }

    /** A gateway for a transaction that holds messages only. */
    JmsGateway openAlone() {
        return new JmsGateway(queues::open, mailboxes, clock);
    }

    /**
     * A gateway for a transaction of the database only.
     *
     * @param onward takes work that was received and is passed on
     */
    OutboxGateway openOutbox(BiConsumer<Lane, OperationWork> onward) {
        return new OutboxGateway(outbox, mailboxes, onward);
    }
}
