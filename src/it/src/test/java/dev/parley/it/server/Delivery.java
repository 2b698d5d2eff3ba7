package dev.parley.it.server;

import java.util.Locale;

/** How servers deliver; {@code -Dparley.it.delivery=outbox} chooses the other way for all tests. */
public enum Delivery {
    /** Messages and rows are one transaction. */
    XA,
    /**
     * Rows are committed first, with the messages among them: after a crash an answer can be there twice, under the
     * same id.
     */
    OUTBOX;

    /** What was chosen for this run. */
    public static Delivery chosen() {
        return valueOf(System.getProperty("parley.it.delivery", "xa").toUpperCase(Locale.ROOT));
    }

    /** The configuration of a server that delivers so: with an outbox it has a data source without XA. */
    String serverConfig(Database database) {
        return this == XA ? database.serverConfig() : database.outboxServerConfig();
    }

    String setting() {
        return name().toLowerCase(Locale.ROOT);
    }
}
