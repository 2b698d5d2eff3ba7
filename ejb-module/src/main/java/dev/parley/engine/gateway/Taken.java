package dev.parley.engine.gateway;

import dev.parley.engine.wire.OpaqueBody;
import dev.parley.message.Arrival;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * A message as it was delivered.
 *
 * @param arrival what came, not checked yet
 * @param opaque what its body is if it is not text that can be read; to be asked for within the delivery
 * @param looks how often it was put back because what it is about was not there
 * @param refused parks it as it came, if nothing is stored of it
 * @param accepted parks its text together with what is stored of it
 * @param later puts it back, to be looked at again after a while, with that number of looks
 */
public record Taken(
        Arrival arrival,
        Supplier<OpaqueBody> opaque,
        int looks,
        DeadLettering refused,
        DeadLettering accepted,
        IntConsumer later) {}
