package dev.parley.relay.engine;

import dev.parley.definition.Precondition;
import dev.parley.engine.commit.Result;
import dev.parley.engine.config.Settings;
import dev.parley.message.Caller;
import dev.parley.message.Page;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import dev.parley.relay.MailStore.Size;
import dev.parley.relay.engine.table.DeadMailTable;
import dev.parley.relay.engine.table.MailTable;
import dev.parley.relay.engine.table.MailboxTable;
import dev.parley.relay.mailbox.Mailbox;
import dev.parley.relay.mailbox.MailboxDefinition;
import dev.parley.relay.mailbox.MailboxDefinitionReader;
import dev.parley.relay.mailbox.MailboxStatistics;
import dev.parley.relay.mailbox.MailboxView;
import dev.parley.relay.mailbox.Mailboxes;
import dev.parley.relay.mailbox.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The mailboxes in the database. Who changes one has it locked; what is refused is thrown outside of the transaction, so that nobody logs it. */
@ApplicationScoped
class StoredMailboxes implements Mailboxes {

    @Inject
    MailTransactions transactions;

    @Inject
    MailboxPages pages;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public Written define(String name, String definition, Precondition expected, Caller caller) {
        if (!MailboxDefinitionReader.NAME.matcher(name).matches()) {
            throw new Refusal(Problems.mailboxUnknown(name));
        }
        MailboxDefinition read = MailboxDefinitionReader.read(name, definition, "");
        return transactions
                .inNew(connection -> write(name, read, expected, caller, connection))
                .orThrow();
    }

    private Result<Written> write(
            String name, MailboxDefinition given, Precondition expected, Caller caller, Connection connection)
            throws SQLException {
        MailboxTable table = new MailboxTable(connection);
        while (true) {
            MailboxTable.Numbered there = table.find(name, true);
            Problem refused = refused(name, there, given, expected, caller);
            if (refused != null) {
                return Result.refused(refused);
            }
            String owner =
                    there == null ? caller.name() : there.mailbox().definition().owner();
            MailboxDefinition definition = given.owner().isEmpty() ? ownedBy(owner, given) : given;
            boolean isNewToOwner = there == null || !owner.equals(definition.owner());
            if (isNewToOwner
                    && table.count(definition.owner()) >= settings.relay().mailboxes()) {
                return Result.refused(Problems.mailboxesTooMany(settings.relay().mailboxes()));
            }
            Mailbox mailbox = new Mailbox(name, table.nextVersion(), definition, now(), caller.name());
            if (there != null) {
                table.update(mailbox);
                return Result.of(new Written(view(new MailboxTable.Numbered(there.id(), mailbox), connection), false));
            }
            if (table.insert(mailbox)) {
                return Result.of(
                        new Written(new MailboxView(mailbox, new MailboxStatistics(0, 0, 0, 0, 0, 0, null)), true));
            }
            // somebody else has made it just now: it is there to be locked
        }
    }

    private static @Nullable Problem refused(
            String name,
            MailboxTable.@Nullable Numbered there,
            MailboxDefinition given,
            Precondition expected,
            Caller caller) {
        if (there != null && !there.mailbox().mayReceive(caller)) {
            return Problems.mailboxUnknown(name);
        }
        if (!expected.holds(there == null ? null : there.mailbox().version())) {
            return there == null ? Problems.preconditionFailed() : Problems.preconditionFailed(there.mailbox());
        }
        boolean isGivenAway = !given.owner().isEmpty() && !given.owner().equals(caller.name());
        return isGivenAway && !caller.operator() ? Problems.ownerForbidden() : null;
    }

    private static MailboxDefinition ownedBy(String owner, MailboxDefinition given) {
        return new MailboxDefinition(
                owner,
                given.senders(),
                given.lock(),
                given.timeToLive(),
                given.maxDeliveries(),
                given.messages(),
                given.bytes());
    }

    @Override
    public MailboxView get(String name, Caller caller) {
        return pages.read(name, caller, this::view);
    }

    private MailboxView view(MailboxTable.Numbered box, Connection connection) throws SQLException {
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
    public Page<Mailbox> list(@Nullable String after, int limit, Caller caller) {
        if (after != null && !MailboxDefinitionReader.NAME.matcher(after).matches()) {
            throw Page.notACursor();
        }
        return transactions
                .here(connection -> Page.read(
                        limit,
                        most -> new MailboxTable(connection)
                                .list(caller.operator() ? null : caller.name(), after == null ? "" : after, most),
                        last -> last.mailbox().name()))
                .map(MailboxTable.Numbered::mailbox);
    }

    @Override
    public void delete(String name, Precondition expected, boolean purge, Caller caller) {
        transactions
                .inNew(connection -> delete(name, expected, purge, caller, connection))
                .orThrow();
    }

    private static Result<Boolean> delete(
            String name, Precondition expected, boolean purge, Caller caller, Connection connection)
            throws SQLException {
        MailboxTable table = new MailboxTable(connection);
        MailboxTable.Numbered there = table.find(name, true);
        if (there == null || !there.mailbox().mayReceive(caller)) {
            return Result.refused(Problems.mailboxUnknown(name));
        }
        if (!expected.holds(there.mailbox().version())) {
            return Result.refused(Problems.preconditionFailed(there.mailbox()));
        }
        // Whoever sends to it now waits for this transaction at the size, and finds it gone.
        Size size = table.lockSizes(Set.of(there.id())).getOrDefault(there.id(), new Size(0, 0));
        boolean isEmpty = size.messages() == 0 && new DeadMailTable(connection).count(there.id()) == 0;
        if (!isEmpty && !purge) {
            return Result.refused(Problems.mailboxNotEmpty(name));
        }
        table.delete(there.id());
        return Result.of(true);
    }
}
