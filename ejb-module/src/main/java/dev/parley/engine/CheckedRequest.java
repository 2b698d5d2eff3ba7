package dev.parley.engine;

import dev.parley.conversation.Envelope;
import dev.parley.directory.ServedOperation;

/**
 * A request that has passed all checks.
 *
 * @param envelope its headers and body
 * @param operation what serves it
 * @param request its body, read
 */
public record CheckedRequest(Envelope envelope, ServedOperation operation, ServedOperation.Request request) {}
