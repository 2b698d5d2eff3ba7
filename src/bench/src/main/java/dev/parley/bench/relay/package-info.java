/**
 * Measures Parley's mailboxes beside ElasticMQ, in turns, over HTTP on one machine. Everything that is sent is received
 * and acknowledged; what does not come back is an error, not a figure.
 */
@NullMarked
package dev.parley.bench.relay;

import org.jspecify.annotations.NullMarked;
