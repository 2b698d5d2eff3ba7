package dev.parley.relay.engine;

import dev.parley.engine.commit.Result;
import dev.parley.message.Caller;
import dev.parley.message.Page;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import dev.parley.relay.DeadMail;
import dev.parley.relay.DeadMails;
import dev.parley.relay.MailPolicy;
import dev.parley.relay.MailRow;
import dev.parley.relay.MailStore.Box;
import dev.parley.relay.MailStore.Opening;
import dev.parley.relay.MailStore.Size;
import dev.parley.relay.MailboxPolicy;
import dev.parley.relay.engine.table.DeadMailTable;
import dev.parley.relay.engine.table.DeadMailTable.Sized;
import dev.parley.relay.engine.table.JdbcMailStore;
import dev.parley.relay.engine.table.MailboxTable;
import dev.parley.relay.mailbox.RelayProblems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The dead letters in the database. */
@ApplicationScoped
class StoredDeadMails implements DeadMails {

    @Inject
    MailTransactions transactions;

    @Inject
    MailboxPages pages;

    @Inject
    MailChanges changes;

    @Override
    public Page<DeadMail> list(String mailbox, @Nullable String after, int limit, Caller caller) {
        long position = MailboxPages.position(after);
        return pages.read(mailbox, caller, (box, connection) -> Page.read(
                        limit,
                        most -> new DeadMailTable(connection).list(box.id(), position, most),
                        last -> Long.toString(last.dead().mail().position()))
                .map(Sized::dead));
    }

    @Override
    public void redeliver(String mailbox, String messageId, Caller caller) {
        transactions
                .inNew(connection -> redeliver(mailbox, messageId, caller, connection))
                .orThrow();
    }

    private Result<Boolean> redeliver(String mailbox, String messageId, Caller caller, Connection connection)
            throws SQLException {
        JdbcMailStore store = transactions.store(connection);
        Opening opening = store.open(Set.of(mailbox));
        Box box = opening.boxes().get(mailbox);
        if (box == null || !box.mailbox().mayReceive(caller)) {
            return Result.refused(RelayProblems.mailboxUnknown(mailbox));
        }
        DeadMailTable table = new DeadMailTable(connection);
        List<Sized> dead = table.lock(box.id(), messageId);
        if (dead.isEmpty()) {
            return Result.refused(RelayProblems.deadLetterUnknown(messageId));
        }
        Problem full = put(dead, box, store, opening.now());
        if (full != null) {
            return Result.refused(full);
        }
        table.remove(box.id(), messageId);
        return Result.of(true);
    }

    private @Nullable Problem put(List<Sized> dead, Box box, JdbcMailStore store, Instant now) {
        Size size = store.lockSizes(Set.of(box.id())).getOrDefault(box.id(), box.size());
        long bytes = dead.stream().mapToLong(Sized::size).sum();
        Problem full = MailboxPolicy.room(box.mailbox(), size, dead.size(), bytes);
        if (full != null) {
            return full;
        }
        MailWork work = transactions.work(store, now);
        List<MailRow> again = dead.stream()
                .map(one -> MailPolicy.redelivered(one.dead().mail(), box, one.size(), now))
                .toList();
        again.forEach(work::added);
        SendOrders.put(work, again);
        changes.afterCommit(work.finish());
        return null;
    }

    @Override
    public void remove(String mailbox, String messageId, Caller caller) {
        int removed = transactions.inNew(connection -> {
            MailboxTable.Numbered box = new MailboxTable(connection).rows().find(mailbox);
            return box == null || !box.mailbox().mayReceive(caller)
                    ? -1
                    : new DeadMailTable(connection).remove(box.id(), messageId);
        });
        if (removed < 1) {
            throw new Refusal(
                    removed < 0 ? RelayProblems.mailboxUnknown(mailbox) : RelayProblems.deadLetterUnknown(messageId));
        }
    }
}
