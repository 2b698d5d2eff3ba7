package dev.parley.process.event;

import dev.parley.conversation.Effect;
import java.time.Instant;

/**
 * Undo, in a conversation of its own that is linked to this one, what was found to be done after the end. Its answer is
 * nobody's; if it fails, operators find it.
 *
 * @param key the key of the request; the same key is the same request
 * @param operation the compensation
 * @param body its request, JSON text
 * @param deadline when it is given up
 */
public record Repair(String key, String operation, String body, Instant deadline) implements Effect.OfPattern {}
