package dev.parley.message;

/** The names of the properties that messages carry on the wire. */
public final class Headers {

    /** The id of a message, its idempotency key. */
    public static final String MESSAGE_ID = "MessageId";
    /** The id of a conversation. */
    public static final String CONVERSATION_ID = "ConversationId";
    /** The kind of a message, as {@link MessageKind#label()} writes it. */
    public static final String KIND = "Kind";
    /** The message exchange pattern that is asked for. */
    public static final String EXCHANGE = "Exchange";
    /** On a request: {@code true} if its sender wants an acknowledgment. */
    public static final String ACKNOWLEDGE = "Acknowledge";
    /** The address that faults go to. */
    public static final String FAULT_TO = "FaultTo";
    /** The requester's opaque state, which goes back with every answer. */
    public static final String STATE = "State";
    /** The number of a turn, from 1. */
    public static final String TURN = "Turn";
    /** On a request to a provider: the number of times that it has been sent, from 1. */
    public static final String ATTEMPT = "Attempt";

    /** The address of answers that go to a mailbox: {@code mailbox:NAME}. */
    public static final String REPLY_TO = "ReplyTo";

    /** On a request to a process: the number of the version that it is to follow. */
    public static final String VERSION = "Version";

    /** On a request to a process: what its requester wants to be told before the end, with commas. */
    public static final String NOTIFY = "Notify";

    /** The name of a pool. */
    public static final String POOL = "Pool";

    /** The id of a grant. */
    public static final String GRANT_ID = "GrantId";

    /** On what an operation sends: how many operations called each other until then. */
    public static final String HOPS = "Hops";

    /** On a parked message: the name of the problem, and what happened. */
    public static final String REASON = "Reason";

    /** On a parked message: the queue it came from. */
    public static final String PARKED_FROM = "ParkedFrom";

    /** On a parked message: the id by which operators name it. */
    public static final String DEAD_LETTER_ID = "DeadLetterId";

    /** On a parked message: the conversation that has failed, and can go on from it. */
    public static final String FAILED_CONVERSATION = "FailedConversation";

    /** On every message that was received: how often it has been delivered, this time included. */
    public static final String DELIVERIES = "JMSXDeliveryCount";

    private Headers() {}
}
