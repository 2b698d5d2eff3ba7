package dev.parley.conversation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A reference to a conversation that only whoever was asked can make.
 *
 * @param conversationId the conversation
 * @param secret unguessable
 */
public record Ticket(String conversationId, String secret) {

    private static final char SEPARATOR = ':';
    private static final int LONGEST_SECRET = 64;

    /** The correlation id of a request in the conversation, which its answer has to carry. */
    public String correlationId() {
        return conversationId + SEPARATOR + secret;
    }

    /** The ticket that a correlation id is, if it could be one. */
    public static Optional<Ticket> of(@Nullable String correlationId) {
        int separator = correlationId == null ? -1 : correlationId.indexOf(SEPARATOR);
        if (correlationId == null || separator < 1 || correlationId.length() - separator - 1 > LONGEST_SECRET) {
            return Optional.empty();
        }
        return Optional.of(new Ticket(correlationId.substring(0, separator), correlationId.substring(separator + 1)));
    }
}
