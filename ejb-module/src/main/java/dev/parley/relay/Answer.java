package dev.parley.relay;

import org.jspecify.annotations.Nullable;

/**
 * A reply to a message that was received, not checked yet.
 *
 * @param messageId its id; null to have one made
 * @param type what it is; null for the type of the message
 * @param body JSON text; in base64 if there is a content type
 * @param contentType of a body that is not JSON; null for JSON
 * @param fault true if it says that what was asked for could not be done; the body is a problem object then
 */
public record Answer(
        @Nullable String messageId, @Nullable String type, String body, @Nullable String contentType, boolean fault) {}
