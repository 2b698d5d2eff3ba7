package dev.parley.it.crash;

/**
 * Where a transaction of the database alone can be cut off, in which something is done with mailboxes or pools over
 * HTTP, or an event is delivered without the broker.
 */
enum OnePhasePoint {
    /** All is done, nothing is committed. */
    BEFORE_COMMIT("relay.engine.MailBatch", "run(java.util.List)"),
    /** It is committed, nobody has been answered. */
    AFTER_COMMIT("relay.engine.SharedMails", "commit(java.util.List)"),
    /** A reply is committed and nobody has been answered; with XA it is sent by then. */
    REPLY_COMMITTED("relay.engine.MailReplies", "commit(java.util.List)"),
    /** A grant is decided on, nothing is committed. */
    BEFORE_GRANT("renewal.engine.GrantBatch", "run(java.util.List)"),
    /** It is committed, nobody has been answered. */
    GRANTED("renewal.engine.GrantTransactions", "inNew(java.util.List)"),
    /** A subscription has had its turn, nothing is committed. */
    BEFORE_DELIVERED("topic.subscription.SubscriptionTurn", "take()"),
    /** The delivery is committed; receivers may be called just now. */
    DELIVERED("topic.engine.RunsAtOnce", "orWithout"),
    /** A receiver has taken an event, nothing of that is committed. */
    BEFORE_SETTLED("topic.subscription.SubscriptionSettlement", "settle"),
    /** It is committed. */
    SETTLED("topic.engine.StoredSettlements", "settle");

    private final String type;
    private final String method;

    OnePhasePoint(String type, String method) {
        this.type = type;
        this.method = method;
    }

    /** A Byteman rule that ends the process here once, if a file is there. */
    String rule(String file) {
        return """
                RULE %s
                CLASS dev.parley.%s
                METHOD %s
                AT EXIT
                BIND file : java.io.File = %s
                IF file.delete()
                DO traceln("The process ends: %s"), killJVM()
                ENDRULE
                """
                .formatted(name(), type, method, file, name());
    }
}
