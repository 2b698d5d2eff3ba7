package dev.parley.engine.wire;

import dev.parley.message.Address;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Parley's own queues, and connections to the broker, of which sessions take part in transactions. */
@ApplicationScoped
public class Queues {

    private static final Logger LOG = System.getLogger(Queues.class.getName());

    /** The queue of requests. */
    public static final String REQUESTS = "parley.requests";
    /** The queue in which providers answer. */
    public static final String REPLIES = "parley.replies";
    /** The queue of accepted work that shares transactions. */
    public static final String WORK = "parley.work";
    /** The queue of work of which each has a transaction of its own. */
    public static final String ISOLATED_WORK = "parley.work.isolated";
    /** The queue of work that takes long. */
    public static final String SLOW_WORK = "parley.work.slow";
    /** The queue of work in message groups. */
    public static final String GROUPED_WORK = "parley.work.grouped";
    /** The queue to which the broker moves messages that expired. */
    public static final String EXPIRED = "parley.expired";

    /** The queue in which operators look for what nobody could be told. */
    public static final Address DEAD = Address.queue("parley.dead");

    @Resource(lookup = "java:/JmsXA")
    ConnectionFactory connections;

    @Resource(lookup = "java:/jms/queue/parley/requests")
    Queue requests;

    @Resource(lookup = "java:/jms/queue/parley/work")
    Queue work;

    @Resource(lookup = "java:/jms/queue/parley/work-isolated")
    Queue isolatedWork;

    @Resource(lookup = "java:/jms/queue/parley/work-slow")
    Queue slowWork;

    @Resource(lookup = "java:/jms/queue/parley/work-grouped")
    Queue groupedWork;

    /** True if the broker answers; not to be asked within a transaction. */
    public boolean areReachable() {
        try (JMSContext context = connections.createContext();
                QueueBrowser browser = context.createBrowser(requests)) {
            return browser.getQueue() != null;
        } catch (JMSException | JMSRuntimeException e) {
            LOG.log(Level.WARNING, "The broker does not answer: {0}", e.getMessage());
            return false;
        }
    }

    /** A session within the current transaction. */
    public JMSContext open() {
        return connections.createContext();
    }

    /** A connection for whoever is in no transaction: its session may have one of its own. */
    public Connection connect() throws JMSException {
        return connections.createConnection();
    }

    /** The name of the queue that work of a lane is taken from; for {@link Lane#INLINE} that of the requests. */
    public static String nameOf(Lane lane) {
        return switch (lane) {
            case INLINE -> REQUESTS;
            case SHARED -> WORK;
            case ISOLATED -> ISOLATED_WORK;
            case SLOW -> SLOW_WORK;
            case GROUPED -> GROUPED_WORK;
        };
    }

    /** The queue of that name. */
    public static Queue named(String name) {
        return (Queue) Destinations.destination(Address.queue(name));
    }

    /**
     * The queue of a lane.
     *
     * @throws IllegalArgumentException for {@link Lane#INLINE}, which has none
     */
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
