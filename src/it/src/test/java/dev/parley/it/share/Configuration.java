package dev.parley.it.share;

import java.util.Locale;

/** What all servers of a run have in common: where they keep what they know, and how they deliver. */
public enum Configuration {
    /** H2, and messages and rows in one transaction. */
    H2,
    /** PostgreSQL, and messages and rows in one transaction. */
    POSTGRESQL,
    /** An outbox, and a data source without XA. */
    OUTBOX;

    /** The one of this run: {@code -Dparley.it.delivery=outbox}, or else {@code -Dparley.it.database}. */
    static Configuration chosen() {
        return "outbox".equals(System.getProperty("parley.it.delivery"))
                ? OUTBOX
                : valueOf(System.getProperty("parley.it.database", "h2").toUpperCase(Locale.ROOT));
    }
}
