package dev.parley.engine.run;

import dev.parley.engine.gateway.DeadLettering;
import dev.parley.message.Arrival;
import java.util.function.IntConsumer;

/**
 * A message to {@code parley.replies} as it was delivered.
 *
 * @param arrival what came, not checked yet
 * @param looks how often its conversation was looked for and not there
 * @param refused how to park it if nothing is stored of it
 * @param accepted how to park it together with what is stored of it
 * @param later puts it back, to be looked at again after a while, with that number of looks
 */
record AnswerArrival(Arrival arrival, int looks, DeadLettering refused, DeadLettering accepted, IntConsumer later) {}
