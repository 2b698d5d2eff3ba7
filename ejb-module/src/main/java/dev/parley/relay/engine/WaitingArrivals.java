package dev.parley.relay.engine;

import dev.parley.message.Caller;
import dev.parley.relay.Arrivals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tells of arrivals those who may receive them. */
@ApplicationScoped
class WaitingArrivals implements Arrivals {

    @Inject
    MailboxPages pages;

    @Inject
    WaitingReceptions waiting;

    @Override
    public Listening listen(String mailbox, Listener listener, Caller caller) {
        long number = pages.read(mailbox, caller, (box, connection) -> box.id());
        return waiting.listen(number, listener);
    }
}
