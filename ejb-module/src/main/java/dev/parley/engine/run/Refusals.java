package dev.parley.engine.run;

import dev.parley.conversation.Reading;
import dev.parley.engine.gateway.DeadLettering;
import dev.parley.engine.gateway.Gateway;

/** The refusals of requests, told to whoever can be told. */
public final class Refusals {

    private Refusals() {}

    /** Sends the fault, or parks the request if there is no address for it. */
    public static void tell(Reading.Refused refused, Gateway gateway, DeadLettering parking) {
        if (refused.fault() != null) {
            gateway.send(refused.fault());
        } else {
            parking.park(refused.problem());
        }
    }
}
