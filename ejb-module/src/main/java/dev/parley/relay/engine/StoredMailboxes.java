package dev.parley.relay.engine;

import dev.parley.definition.Precondition;
import dev.parley.definition.Written;
import dev.parley.directory.ProviderOwners;
import dev.parley.engine.definitions.DefinitionStore;
import dev.parley.engine.jdbc.Connections;
import dev.parley.message.Caller;
import dev.parley.message.Page;
import dev.parley.message.Problem;
import dev.parley.relay.MailStore.Size;
import dev.parley.relay.engine.table.DeadMailTable;
import dev.parley.relay.engine.table.MailTable;
import dev.parley.relay.engine.table.MailboxTable;
import dev.parley.relay.engine.table.MailboxTable.Numbered;
import dev.parley.relay.mailbox.Mailbox;
import dev.parley.relay.mailbox.MailboxDefinition;
import dev.parley.relay.mailbox.MailboxKind;
import dev.parley.relay.mailbox.MailboxStatistics;
import dev.parley.relay.mailbox.MailboxView;
import dev.parley.relay.mailbox.Mailboxes;
import dev.parley.relay.mailbox.RelayProblems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The mailboxes in the database, each with what is in it. */
@ApplicationScoped
class StoredMailboxes implements Mailboxes, ProviderOwners {

    @Inject
    Connections connections;

    @Inject
    MailboxPages pages;

    @Inject
    WaitingReceptions waiting;

    @Inject
    RelaySettings relay;

    @Inject
    Clock clock;

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private DefinitionStore<MailboxDefinition, Mailbox, Numbered> store() {
        return new DefinitionStore<>(
                connections,
                MailboxKind.MAILBOXES,
                connection -> new MailboxTable(connection).rows(),
                connection -> now(),
                relay.mailboxes());
    }

    @Override
    public Written<MailboxView> define(String name, String definition, Precondition expected, Caller caller) {
        return store().define(
                        name,
                        definition,
                        expected,
                        caller,
                        (mailbox, before, connection) -> before == null
                                ? new MailboxView(mailbox, new MailboxStatistics(0, 0, 0, 0, 0, 0, null))
                                : view(new Numbered(before.id(), mailbox), connection));
    }

    @Override
    public MailboxView get(String name, Caller caller) {
        return pages.read(name, caller, this::view);
    }

    private MailboxView view(Numbered box, Connection connection) throws SQLException {
        Size size = new MailboxTable(connection).size(box.id());
        MailboxStatistics found = new MailTable(connection).statistics(box.id(), now());
        long ready = size.messages() - found.locked() - found.delayed() - found.waiting();
        long dead = new DeadMailTable(connection).count(box.id());
        return new MailboxView(
                box.mailbox(),
                new MailboxStatistics(
                        Math.max(0, ready),
                        found.locked(),
                        found.delayed(),
                        found.waiting(),
                        dead,
                        size.bytes(),
                        found.oldest()));
    }

    @Override
    public @Nullable String owner(String reference) {
        return store().owner(reference);
    }

    @Override
    public Page<Mailbox> list(@Nullable String after, int limit, Caller caller) {
        return store().list(after, limit, caller).map(Numbered::mailbox);
    }

    @Override
    public void delete(String name, Precondition expected, boolean purge, Caller caller) {
        AtomicLong number = new AtomicLong();
        store().delete(name, expected, caller, (there, connection) -> {
            number.set(there.id());
            return delete(there, purge, connection);
        });
        waiting.gone(number.get());
    }

    private static @Nullable Problem delete(Numbered there, boolean purge, Connection connection) throws SQLException {
        MailboxTable table = new MailboxTable(connection);
        // Whoever sends to it now waits for this transaction at the size, and finds it gone.
        Size size = table.lockSizes(Set.of(there.id())).getOrDefault(there.id(), new Size(0, 0));
        boolean isEmpty = size.messages() == 0 && new DeadMailTable(connection).count(there.id()) == 0;
        if (!isEmpty && !purge) {
            return RelayProblems.mailboxNotEmpty(there.mailbox().name());
        }
        table.delete(there.id());
        return null;
    }
}
