package dev.parley.relay.engine;

import dev.parley.engine.gateway.MailboxDelivery;
import dev.parley.message.Address;
import dev.parley.message.Caller;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import dev.parley.relay.MailFromParley;
import dev.parley.relay.MailHandle;
import dev.parley.relay.MailStore;
import dev.parley.relay.MailStore.Box;
import dev.parley.relay.engine.table.JdbcMailStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts what Parley sends into mailboxes. */
@ApplicationScoped
class MailDelivery implements MailboxDelivery {

    /** The caller in whose name Parley sends; it may send everywhere. */
    private static final Caller PARLEY = new Caller("parley", true);

    @Inject
    MailTransactions transactions;

    @Inject
    MailChanges changes;

    @Inject
    Clock clock;

    @Override
    public List<@Nullable Problem> put(List<Outgoing> messages) {
        Instant now = clock.instant();
        List<MailOrder.Send> orders =
                messages.stream().map(message -> order(message, now)).toList();
        MailBatch.Answers result = transactions.here(connection -> transactions.run(orders, connection));
        changes.afterCommit(result.changes());
        return result.outcomes().stream().map(one -> one.refusal()).toList();
    }

    private static MailOrder.Send order(Outgoing message, Instant now) {
        Address to = Objects.requireNonNull(message.to());
        return new MailOrder.Send(to, PARLEY, PARLEY.name(), List.of(MailFromParley.of(message, now)), null, true);
    }

    @Override
    public int takeBack(String mailbox, String conversationId) {
        return transactions.here(connection -> {
            JdbcMailStore store = transactions.store(connection);
            MailStore.Opening opening = store.open(Set.of(mailbox));
            Box box = opening.boxes().get(mailbox);
            List<MailHandle> untaken = box == null ? List.of() : store.untaken(box.id(), conversationId, opening.now());
            if (!untaken.isEmpty()) {
                MailWork work = transactions.work(store, opening.now());
                work.remove(untaken);
                changes.afterCommit(work.finish());
            }
            return untaken.size();
        });
    }

    @Override
    public OptionalLong mark(@Nullable Caller caller, String mailbox) {
        return transactions.here(connection -> {
            Box box =
                    transactions.store(connection).open(Set.of(mailbox)).boxes().get(mailbox);
            return box != null && box.mailbox().takesFrom(caller)
                    ? OptionalLong.of(box.mailbox().mark())
                    : OptionalLong.empty();
        });
    }
}
