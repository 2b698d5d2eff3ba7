package dev.parley.engine;

/** Notes attempts, each in a transaction of its own: what it notes stays when the attempt is rolled back. */
interface Attempts {

    /** An attempt at a conversation begins. */
    void begin(String conversationId);

    /** It failed. */
    void failed(String conversationId, String why);
}
