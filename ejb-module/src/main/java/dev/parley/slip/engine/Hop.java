package dev.parley.slip.engine;

import dev.parley.engine.gateway.DeadLettering;
import dev.parley.slip.Slip;
import java.time.Instant;
import java.util.function.IntConsumer;

/**
 * A slip as it has come.
 *
 * @param slip the slip, whose seal was looked at
 * @param readUntil when nobody reads that text any more
 * @param contentHash of its text
 * @param parking how to park it
 * @param looks how often it was put back because its conversation was not there
 * @param later puts it back, with that number of looks
 */
record Hop(Slip slip, Instant readUntil, String contentHash, DeadLettering parking, int looks, IntConsumer later) {}
