package dev.parley.engine;

import dev.parley.conversation.Reading;

/** Says to whoever can be told that a request is refused. */
final class Refusals {

    private Refusals() {}

    /** Sends the fault, or parks the request if there is no address for it. */
    static void tell(Reading.Refused refused, Gateway gateway, Parking parking) {
        if (refused.fault() != null) {
            gateway.send(refused.fault());
        } else {
            parking.park(refused.problem());
        }
    }
}
