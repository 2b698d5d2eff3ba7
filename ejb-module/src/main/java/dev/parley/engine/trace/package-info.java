/**
 * Traces: spans of the messages that this node handles, for whatever collects them. Without the server's OpenTelemetry
 * there are none.
 */
@NullMarked
package dev.parley.engine.trace;

import org.jspecify.annotations.NullMarked;
