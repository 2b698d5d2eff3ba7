package dev.parley.engine.relay;

import dev.parley.conversation.Caller;
import dev.parley.relay.DeadMailPage;
import dev.parley.relay.DeadMails;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The dead letters in the database. */
@ApplicationScoped
class StoredDeadMails implements DeadMails {

    @Override
    public DeadMailPage list(String mailbox, @Nullable String after, int limit, Caller caller) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void redeliver(String mailbox, String messageId, Caller caller) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void remove(String mailbox, String messageId, Caller caller) {
        throw new UnsupportedOperationException();
    }
}
