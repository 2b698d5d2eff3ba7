package dev.parley.engine.run;

import dev.parley.conversation.Envelope;
import dev.parley.directory.OperationResolution;
import dev.parley.directory.ServedOperation;

/**
 * A request that has passed all checks.
 *
 * @param envelope its headers and body
 * @param operation what it asks for
 * @param request its body, read
 */
public record CheckedRequest(Envelope envelope, OperationResolution operation, ServedOperation.Request request) {}
