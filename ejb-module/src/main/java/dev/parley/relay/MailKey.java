package dev.parley.relay;

import java.time.Instant;

/**
 * The key of something that may be repeated, and what is known of it.
 *
 * @param name its key
 * @param contentHash what has to be the same when it is repeated
 * @param answer how it was answered
 * @param expiresAt when it is forgotten
 */
public record MailKey(Name name, String contentHash, String answer, Instant expiresAt) {

    /** The kind of what can be repeated. */
    public enum Kind {
        MESSAGE,
        SENDING,
        RECEPTION
    }

    /**
     * A key.
     *
     * @param mailbox the number of the mailbox
     * @param kind of what
     * @param sender whose
     * @param key what they call it
     */
    public record Name(long mailbox, Kind kind, String sender, String key) implements Comparable<Name> {
        @Override
        public int compareTo(Name other) {
            int order = Long.compare(mailbox, other.mailbox);
            order = order != 0 ? order : kind.compareTo(other.kind);
            order = order != 0 ? order : sender.compareTo(other.sender);
            return order != 0 ? order : key.compareTo(other.key);
        }
    }
}
