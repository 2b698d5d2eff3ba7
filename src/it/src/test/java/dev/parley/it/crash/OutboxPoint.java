package dev.parley.it.crash;

/** Where what happens to a message can be cut off when it is delivered through an outbox. */
enum OutboxPoint {
    /** A request's rows are committed, the request is not taken from its queue yet. */
    REQUEST_STORED(
            "engine.gateway.Deliveries",
            "handleApart",
            "AFTER INVOKE Spans.batch",
            "$1.equals(\"parley.requests\") AND "),
    /** The same of work. */
    WORK_STORED(
            "engine.gateway.Deliveries",
            "handleApart",
            "AFTER INVOKE Spans.batch",
            "$1.startsWith(\"parley.work\") AND "),
    /** The same of a provider's answer. */
    ANSWER_STORED(
            "engine.gateway.Deliveries",
            "handleApart",
            "AFTER INVOKE Spans.batch",
            "$1.equals(\"parley.replies\") AND "),
    /** The same of a message for a mailbox. */
    MAIL_STORED(
            "engine.gateway.Deliveries", "handleApart", "AFTER INVOKE Spans.batch", "$1.equals(\"parley.relay\") AND "),
    /** The same of what is asked or said of grants. */
    RESOURCES_STORED(
            "engine.gateway.Deliveries",
            "handleApart",
            "AFTER INVOKE Spans.batch",
            "$1.equals(\"parley.resources\") AND "),
    /** The same of a slip, or an order of one. */
    SLIP_STORED(
            "engine.gateway.Deliveries", "handleApart", "AFTER INVOKE Spans.batch", "$1.equals(\"parley.slips\") AND "),
    /** A ping is committed and not sent. */
    PING_NOT_SENT(
            "engine.outbox.JmsOutboxPublisher",
            "sendTogether(java.util.List)",
            "AT ENTRY",
            "$1.toString().contains(\"Ping\") AND "),
    /** The same of the notice that something is granted. */
    GRANT_NOT_SENT(
            "engine.outbox.JmsOutboxPublisher",
            "sendTogether(java.util.List)",
            "AT ENTRY",
            "$1.toString().contains(\"granted\") AND "),
    /** The reply is committed and not sent. */
    NOT_SENT(
            "engine.outbox.JmsOutboxPublisher",
            "sendTogether(java.util.List)",
            "AT ENTRY",
            "$1.toString().contains(\"Reply\") AND "),
    /** The reply is sent, and still in the outbox. */
    SENT(
            "engine.outbox.JmsOutboxPublisher",
            "sendTogether(java.util.List)",
            "AT EXIT",
            "$1.toString().contains(\"Reply\") AND ");

    private final String type;
    private final String method;
    private final String location;
    private final String condition;

    OutboxPoint(String type, String method, String location, String condition) {
        this.type = type;
        this.method = method;
        this.location = location;
        this.condition = condition;
    }

    /** A Byteman rule that ends the process here once, if a file is there. */
    String rule(String file) {
        return """
                RULE %s
                CLASS dev.parley.%s
                METHOD %s
                %s
                BIND file : java.io.File = %s
                IF %sfile.delete()
                DO traceln("The process ends: %s"), killJVM()
                ENDRULE
                """
                .formatted(name(), type, method, location, file, condition, name());
    }

    /** Whether the request is delivered again, so that it is answered again. */
    boolean mayAnswerAgain() {
        return this == REQUEST_STORED;
    }
}
