package dev.parley.conversation;

import dev.parley.message.Address;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a provider outside of the EAR is asked.
 *
 * @param ticket unguessable: only who was asked can answer
 * @param provider who was asked last; null if there was nobody to ask
 * @param attempt how often somebody was asked, or was to be asked and nobody was there
 * @param pausing whether it is the pause after an attempt, not the attempt
 * @param until when the attempt or the pause ends
 * @param group the message group that its requests are in; null if they are in none
 */
public record ProviderCall(
        String ticket,
        @Nullable Address provider,
        int attempt,
        boolean pausing,
        Instant until,
        @Nullable String group) {

    /** Where providers answer. */
    public static final Address REPLIES = Address.queue("parley.replies");

    /** Where holders of grants answer. */
    public static final Address RESOURCES = Address.queue("parley.resources");

    private static final char SEPARATOR = ':';
    private static final int LONGEST_TICKET = 64;

    /** What the correlation id of an answer says. */
    public record Reference(String conversationId, String ticket) {}

    /** The next attempt. */
    public ProviderCall next(Address asked, Instant end) {
        return new ProviderCall(ticket, asked, attempt + 1, false, end, group);
    }

    /** An attempt with nobody to ask, and the pause after it. */
    public static ProviderCall nobody(String ticket, int attempt, Instant end, @Nullable String group) {
        return new ProviderCall(ticket, null, attempt, true, end, group);
    }

    /** The pause after the attempt. */
    public ProviderCall pause(Instant end) {
        return new ProviderCall(ticket, provider, attempt, true, end, group);
    }

    /** The same attempt, which has that much time. */
    public ProviderCall until(Instant end) {
        return new ProviderCall(ticket, provider, attempt, false, end, group);
    }

    /** The correlation id of a request in that conversation, which its answer has to carry. */
    public static String correlationId(String conversationId, String ticket) {
        return conversationId + SEPARATOR + ticket;
    }

    /** What a correlation id refers to, if it could be one that {@link #correlationId} made. */
    public static Optional<Reference> reference(@Nullable String correlationId) {
        int separator = correlationId == null ? -1 : correlationId.indexOf(SEPARATOR);
        if (correlationId == null || separator < 1 || correlationId.length() - separator - 1 > LONGEST_TICKET) {
            return Optional.empty();
        }
        return Optional.of(
                new Reference(correlationId.substring(0, separator), correlationId.substring(separator + 1)));
    }
}
