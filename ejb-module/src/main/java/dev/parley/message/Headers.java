package dev.parley.message;

/** The names of the properties that messages carry on the wire. */
public final class Headers {

    public static final String MESSAGE_ID = "MessageId";
    public static final String CONVERSATION_ID = "ConversationId";
    public static final String KIND = "Kind";
    public static final String EXCHANGE = "Exchange";
    public static final String ACKNOWLEDGE = "Acknowledge";
    public static final String FAULT_TO = "FaultTo";
    public static final String STATE = "State";
    public static final String TURN = "Turn";
    public static final String ATTEMPT = "Attempt";

    /** Where answers go that go to a mailbox: {@code mailbox:NAME}. */
    public static final String REPLY_TO = "ReplyTo";

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

    private Headers() {}
}
