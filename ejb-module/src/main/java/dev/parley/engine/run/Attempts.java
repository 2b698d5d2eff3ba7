package dev.parley.engine.run;

/** Notes attempts, each in a transaction of its own: what it notes stays when the attempt is rolled back. */
interface Attempts {

    /** An attempt at a conversation begins; at a turn of it, or 0 where none are taken. */
    void begin(String conversationId, int turn);

    /** It failed. */
    void failed(String conversationId, String why);
}
