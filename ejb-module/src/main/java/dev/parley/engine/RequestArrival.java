package dev.parley.engine;

import dev.parley.conversation.Arrival;

/**
 * A request as it was delivered.
 *
 * @param arrival what came, not checked yet
 * @param parking how to park it
 */
record RequestArrival(Arrival arrival, Parking parking) {}
