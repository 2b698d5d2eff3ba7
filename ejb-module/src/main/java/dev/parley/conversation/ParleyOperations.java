package dev.parley.conversation;

/** The operations that Parley itself serves for everybody, besides its own resources over HTTP. */
public final class ParleyOperations {

    /** Asks many, and gathers what they answer. */
    public static final String GATHER = "parley.gather";

    /** Publishes an event. */
    public static final String PUBLISH = "parley.publish";

    /** Sends a slip on its way, and answers when it has ended. */
    public static final String SLIP = "parley.slip";

    private ParleyOperations() {}

    /** True if it is one of them: what came of it is always known. */
    public static boolean serve(String operation) {
        return operation.equals(GATHER) || operation.equals(PUBLISH) || operation.equals(SLIP);
    }
}
