package dev.parley.engine;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.Queue;

/** Parley's own queues, and the connections that take part in transactions. */
@ApplicationScoped
class Queues {

    static final String REQUESTS = "parley.requests";
    static final String REPLIES = "parley.replies";
    static final String WORK = "parley.work";
    static final String ISOLATED_WORK = "parley.work.isolated";
    static final String SLOW_WORK = "parley.work.slow";
    static final String GROUPED_WORK = "parley.work.grouped";
    static final String EXPIRED = "parley.expired";

    @Resource(lookup = "java:/JmsXA")
    ConnectionFactory connections;

    @Resource(lookup = "java:/jms/queue/parley/requests")
    Queue requests;

    @Resource(lookup = "java:/jms/queue/parley/replies")
    Queue replies;

    @Resource(lookup = "java:/jms/queue/parley/work")
    Queue work;

    @Resource(lookup = "java:/jms/queue/parley/work-isolated")
    Queue isolatedWork;

    @Resource(lookup = "java:/jms/queue/parley/work-slow")
    Queue slowWork;

    @Resource(lookup = "java:/jms/queue/parley/work-grouped")
    Queue groupedWork;

    @Resource(lookup = "java:/jms/queue/parley/dead")
    Queue dead;

    @Inject
    DatabaseLedger ledger;

    /**
     * A gateway for the current transaction; the caller closes it before the transaction ends. It has no session before there is something to send or to
     * receive: until then the transaction is the database's alone.
     */
    JmsGateway open() {
        return new JmsGateway(this::session, this);
    }

    /** The database joins first, so that it commits first: what is sent is there after what it is about. */
    private JMSContext session() {
        ledger.join();
        return connections.createContext();
    }

    static String nameOf(Lane lane) {
        return switch (lane) {
            case INLINE -> REQUESTS;
            case SHARED -> WORK;
            case ISOLATED -> ISOLATED_WORK;
            case SLOW -> SLOW_WORK;
            case GROUPED -> GROUPED_WORK;
        };
    }

    Queue requests() {
        return requests;
    }

    Queue replies() {
        return replies;
    }

    Queue dead() {
        return dead;
    }

    Queue of(Lane lane) {
        return switch (lane) {
            case INLINE -> throw new IllegalArgumentException("What runs at once is not queued");
            case SHARED -> work;
            case ISOLATED -> isolatedWork;
            case SLOW -> slowWork;
            case GROUPED -> groupedWork;
        };
    }
}
