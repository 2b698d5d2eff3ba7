package dev.parley.engine.journal;

/**
 * The entry of a request that was received. {@code (sender, messageId)} is unique.
 *
 * @param sender whose message ids these are
 * @param messageId the idempotency key
 * @param conversationId the conversation it began
 * @param contentHash what it asked for
 */
public record InboxEntry(String sender, String messageId, String conversationId, String contentHash) {

    /** The key that is unique. */
    public Key key() {
        return new Key(sender, messageId);
    }

    /**
     * A message id and whose it is.
     *
     * @param sender whose message id it is
     * @param messageId the idempotency key
     */
    public record Key(String sender, String messageId) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int bySender = sender.compareTo(other.sender);
            return bySender != 0 ? bySender : messageId.compareTo(other.messageId);
        }
    }
}
