package dev.parley.engine.config;

/** The way in which what Parley sends and what it stores become durable together: {@code parley.delivery}. */
public enum Delivery {
    /** Messages and database are one distributed transaction. */
    XA,
    /** Messages are stored with what they are about, in a transaction of the database alone, and sent from there. */
    OUTBOX
}
