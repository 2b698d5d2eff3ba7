package dev.parley.engine.wire;

import dev.parley.engine.config.Delivery;
import dev.parley.engine.config.Settings;
import dev.parley.engine.gateway.Gateway;
import dev.parley.engine.gateway.JmsGateway;
import dev.parley.engine.gateway.MailboxDelivery;
import dev.parley.engine.gateway.MessageIntake;
import dev.parley.engine.gateway.OutboxGateway;
import dev.parley.engine.journal.DatabaseConversationStore;
import dev.parley.engine.outbox.DatabaseOutbox;
import dev.parley.message.Address;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.BiConsumer;

/** Parley's own queues, and the connections that take part in transactions. */
@ApplicationScoped
public class Queues {

    private static final Logger LOG = System.getLogger(Queues.class.getName());

    public static final String REQUESTS = "parley.requests";
    public static final String REPLIES = "parley.replies";
    public static final String RELAY = "parley.relay";
    public static final String RESOURCES = "parley.resources";
    public static final String WORK = "parley.work";
    public static final String ISOLATED_WORK = "parley.work.isolated";
    public static final String SLOW_WORK = "parley.work.slow";
    public static final String GROUPED_WORK = "parley.work.grouped";
    public static final String EXPIRED = "parley.expired";

    /** Where operators look for what nobody could be told. */
    public static final Address DEAD = Address.queue("parley.dead");

    @Resource(lookup = "java:/JmsXA")
    ConnectionFactory connections;

    @Resource(lookup = "java:/jms/queue/parley/requests")
    Queue requests;

    @Resource(lookup = "java:/jms/queue/parley/replies")
    Queue replies;

    @Resource(lookup = "java:/jms/queue/parley/relay")
    Queue relay;

    @Resource(lookup = "java:/jms/queue/parley/resources")
    Queue resources;

    @Resource(lookup = "java:/jms/queue/parley/work")
    Queue work;

    @Resource(lookup = "java:/jms/queue/parley/work-isolated")
    Queue isolatedWork;

    @Resource(lookup = "java:/jms/queue/parley/work-slow")
    Queue slowWork;

    @Resource(lookup = "java:/jms/queue/parley/work-grouped")
    Queue groupedWork;

    @Inject
    DatabaseConversationStore store;

    @Inject
    DatabaseOutbox outbox;

    @Inject
    MailboxDelivery deposits;

    @Inject
    Settings settings;

    /** A gateway for the current transaction; the caller closes it before the transaction ends. */
    public Gateway open() {
        return settings.delivery() == Delivery.XA
                ? openWithDatabase()
                : openOutbox((lane, work) -> {
                    throw new IllegalStateException("Nothing was received that could be passed on: " + work);
                });
    }

    /**
     * A gateway for a transaction that holds messages and database. It has no session before there is something to send or to receive: until then the
     * transaction is the database's alone.
     */
    public JmsGateway openWithDatabase() {
        return new JmsGateway(this::sessionAfterDatabase, deposits);
    }

    /** Whether the broker answers; not to be asked within a transaction. */
    public boolean areReachable() {
        try (JMSContext context = connections.createContext();
                QueueBrowser browser = context.createBrowser(resources)) {
            return browser.getQueue() != null;
        } catch (JMSException | JMSRuntimeException e) {
            LOG.log(Level.WARNING, "The broker does not answer: {0}", e.getMessage());
            return false;
        }
    }

    /** The database joins first, so that it commits first: what is sent is there after what it is about. */
    private JMSContext sessionAfterDatabase() {
        store.join();
        return connections.createContext();
    }

    /** A gateway for a transaction that holds messages only. */
    public JmsGateway openAlone() {
        return new JmsGateway(connections::createContext, deposits);
    }

    /**
     * A gateway for a transaction of the database only.
     *
     * @param onward takes work that was received and is passed on
     */
    public OutboxGateway openOutbox(BiConsumer<Lane, Work> onward) {
        return new OutboxGateway(outbox, deposits, onward);
    }

    /** A connection for whoever is in no transaction: its session may have one of its own. */
    public Connection connect() throws JMSException {
        return connections.createConnection();
    }

    public static String nameOf(Lane lane) {
        return switch (lane) {
            case INLINE -> REQUESTS;
            case SHARED -> WORK;
            case ISOLATED -> ISOLATED_WORK;
            case SLOW -> SLOW_WORK;
            case GROUPED -> GROUPED_WORK;
        };
    }

    public Queue requests() {
        return requests;
    }

    public Queue replies() {
        return replies;
    }

    public Queue of(MessageIntake.Inlet inlet) {
        return switch (inlet) {
            case RELAY -> relay;
            case RESOURCES -> resources;
        };
    }

    public Queue of(Lane lane) {
        return switch (lane) {
            case INLINE -> throw new IllegalArgumentException("What runs at once is not queued");
            case SHARED -> work;
            case ISOLATED -> isolatedWork;
            case SLOW -> slowWork;
            case GROUPED -> groupedWork;
        };
    }
}
