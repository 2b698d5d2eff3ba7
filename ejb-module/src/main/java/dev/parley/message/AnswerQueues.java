package dev.parley.message;

/** The queues in which Parley itself is answered. */
public final class AnswerQueues {

    /** The queue in which providers answer. */
    public static final Address REPLIES = Address.queue("parley.replies");

    /** The queue in which holders of grants answer. */
    public static final Address RESOURCES = Address.queue("parley.resources");

    private AnswerQueues() {}
}
