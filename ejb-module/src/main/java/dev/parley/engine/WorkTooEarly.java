package dev.parley.engine;

/**
 * Work came whose conversation cannot be read. Broker and database commit one after the other, so work may be delivered before its conversation is there, and
 * long before if the server was killed in between: the transaction rolls back, and the work is delivered again. If the conversation never
 * appears, the broker moves the message to the dead queue in the end.
 */
class WorkTooEarly extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WorkTooEarly(String conversationId) {
        super("Conversation " + conversationId + " is not there, at least not yet");
    }
}
