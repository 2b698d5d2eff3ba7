package dev.parley.engine.relay;

import dev.parley.conversation.Caller;
import dev.parley.directory.Precondition;
import dev.parley.relay.MailboxPage;
import dev.parley.relay.MailboxView;
import dev.parley.relay.Mailboxes;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The mailboxes in the database. */
@ApplicationScoped
class StoredMailboxes implements Mailboxes {

    @Override
    public Written define(String name, String definition, Precondition expected, Caller caller) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MailboxView get(String name, Caller caller) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MailboxPage list(@Nullable String after, int limit, Caller caller) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(String name, Precondition expected, boolean purge, Caller caller) {
        throw new UnsupportedOperationException();
    }
}
