package dev.parley.testing;

import dev.parley.RequestOptions;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of a provider, published to a topic, sent as a slip, or begun, told or cancelled, and has been
 * committed.
 *
 * @param operation the operation, the topic or the process; of a message {@code PROCESS.MESSAGE}, of a cancel
 *     {@code parley.command}
 * @param body the request, the event or the message, JSON text
 * @param terms on which terms
 * @param about the instance that was told, or the conversation that was cancelled; null if none was named
 */
public record Asked(String operation, String body, RequestOptions terms, @Nullable String about) {

    /** What is about no conversation. */
    public Asked(String operation, String body, RequestOptions terms) {
        this(operation, body, terms, null);
    }
}
