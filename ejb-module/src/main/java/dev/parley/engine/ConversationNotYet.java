package dev.parley.engine;

/** Work came before its conversation: the transaction rolls back, and it is delivered again later. */
class ConversationNotYet extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ConversationNotYet(String id) {
        super("Conversation " + id + " is not there yet");
    }
}
