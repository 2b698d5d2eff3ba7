package dev.parley.engine.run;

import dev.parley.engine.gateway.DeadLettering;
import dev.parley.message.Arrival;

/**
 * A request as it was delivered.
 *
 * @param arrival what came, not checked yet
 * @param refused how to park it if it is refused: nothing is stored of it then
 * @param accepted how to park it together with what is stored of it
 */
record RequestArrival(Arrival arrival, DeadLettering refused, DeadLettering accepted) {}
