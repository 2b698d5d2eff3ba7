package dev.parley.engine.journal;

/**
 * That a request was received. {@code (sender, messageId)} is unique.
 *
 * @param sender whose message ids these are
 * @param messageId the idempotency key
 * @param conversationId the conversation it began
 * @param contentHash what it asked for
 */
public record InboxEntry(String sender, String messageId, String conversationId, String contentHash) {

    /** What is unique. */
    public Key key() {
        return new Key(sender, messageId);
    }

    /** A message id and whose it is. */
    public record Key(String sender, String messageId) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int bySender = sender.compareTo(other.sender);
            return bySender != 0 ? bySender : messageId.compareTo(other.messageId);
        }
    }
}
