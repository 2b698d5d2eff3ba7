package dev.parley.engine.relay;

import dev.parley.conversation.Caller;
import dev.parley.relay.Arrivals;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells of arrivals. */
@ApplicationScoped
class WaitingArrivals implements Arrivals {

    @Override
    public Listening listen(String mailbox, Listener listener, Caller caller) {
        throw new UnsupportedOperationException();
    }
}
