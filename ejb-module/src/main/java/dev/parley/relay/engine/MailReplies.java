package dev.parley.relay.engine;

import dev.parley.engine.commit.Ids;
import dev.parley.engine.commit.Result;
import dev.parley.engine.gateway.TransactionalSender;
import dev.parley.message.Address;
import dev.parley.message.Caller;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import dev.parley.message.Participant;
import dev.parley.message.Problem;
import dev.parley.relay.Lock;
import dev.parley.relay.Mail;
import dev.parley.relay.MailHandle;
import dev.parley.relay.MailPolicy;
import dev.parley.relay.MailStore.Box;
import dev.parley.relay.MailStore.Opening;
import dev.parley.relay.ReplyPolicy;
import dev.parley.relay.Sent;
import dev.parley.relay.ValidMail;
import dev.parley.relay.engine.table.JdbcMailStore;
import dev.parley.relay.mailbox.RelayProblems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Answers messages: the reply goes out, and the message is removed, in one transaction. */
@ApplicationScoped
class MailReplies {

    @Inject
    MailTransactions transactions;

    @Inject
    TransactionalSender posting;

    @Inject
    MailChanges changes;

    /**
     * A reply to the message of a lock.
     *
     * @param mail what is replied
     * @param fault true if it says that what was asked for could not be done
     * @param sameBody of what is replied: it takes as long as that is large, and is made before others wait for it
     */
    record Reply(String mailbox, Caller caller, Lock.Token lock, ValidMail mail, boolean fault, String sameBody) {

        Reply(String mailbox, Caller caller, Lock.Token lock, ValidMail mail, boolean fault) {
            this(mailbox, caller, lock, mail, fault, mail.sameBody());
        }
    }

    List<Result<Sent>> commit(List<Reply> replies) {
        return transactions.inNew(connection -> posting.with(post -> {
            List<Result<Sent>> outcomes = new ArrayList<>();
            for (Reply reply : replies) {
                outcomes.add(reply(reply, connection, post));
            }
            return outcomes;
        }));
    }

    private Result<Sent> reply(Reply reply, Connection connection, Consumer<Outgoing> post) {
        JdbcMailStore store = transactions.sharedStore(connection);
        Opening opening = store.open(Set.of(reply.mailbox()));
        Box box = opening.boxes().get(reply.mailbox());
        if (box == null || !box.mailbox().mayReceive(reply.caller())) {
            return Result.refused(RelayProblems.mailboxUnknown(reply.mailbox()));
        }
        long position = reply.lock().position();
        MailHandle held = store.lock(Set.of(position)).get(position);
        if (held == null
                || held.mailbox() != box.id()
                || !MailPolicy.holds(held.standing(), reply.lock(), opening.now())) {
            return Result.refused(RelayProblems.lockLost());
        }
        Mail asked = Objects.requireNonNull(store.read(Set.of(position)).get(position))
                .mail();
        String id = reply.mail().messageId() == null
                ? Ids.next()
                : Objects.requireNonNull(reply.mail().messageId());
        Problem refused = send(reply, asked, id, connection, post);
        if (refused != null) {
            return Result.refused(refused);
        }
        MailWork work = transactions.work(store, opening.now());
        work.remove(List.of(held));
        changes.afterCommit(work.finish());
        return Result.of(new Sent(List.of(id)));
    }

    private @Nullable Problem send(Reply reply, Mail asked, String id, Connection connection, Consumer<Outgoing> post) {
        Address to = asked.replyTo();
        if (to == null) {
            return RelayProblems.replyUnwanted();
        }
        MessageKind kind = reply.fault() ? MessageKind.FAULT : MessageKind.REPLY;
        if (to.kind() == Address.Kind.MAILBOX) {
            ValidMail mail = ReplyPolicy.toMailbox(reply.mail(), asked, id, kind);
            Caller asker = ReplyPolicy.asker(asked);
            String sender = Participant.of(reply.caller());
            List<String> hashes = List.of(mail.contentHash(reply.sameBody()));
            var order = new MailOrder.Send(to, asker, sender, List.of(mail), null, false, hashes);
            MailBatch.Answers result = transactions.run(List.of(order), transactions.sharedStore(connection));
            changes.afterCommit(result.changes());
            Problem refused = result.outcomes().get(0).refusal();
            return refused == null || refused.status() != 404 ? refused : RelayProblems.replyAddressRefused(to);
        }
        if (reply.mail().contentType() != null) {
            return RelayProblems.replyNotJson();
        }
        String type = reply.mail().type() == null ? asked.type() : reply.mail().type();
        post.accept(new Outgoing(
                to,
                kind,
                type,
                asked.conversationId(),
                id,
                ReplyPolicy.correlationId(asked),
                null,
                reply.mail().body()));
        return null;
    }
}
