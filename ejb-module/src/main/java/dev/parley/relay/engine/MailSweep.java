package dev.parley.relay.engine;

import dev.parley.message.Address;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import dev.parley.relay.Mail;
import dev.parley.relay.MailHandle;
import dev.parley.relay.MailPolicy;
import dev.parley.relay.MailRow;
import dev.parley.relay.MailStore;
import dev.parley.relay.ReplyPolicy;
import dev.parley.relay.ValidMail;
import dev.parley.relay.mailbox.RelayProblems;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Removes what has expired and tells its senders, and makes dead letters of what was delivered as often as allowed. */
final class MailSweep {

    private final MailStore store;
    private final MailWork work;
    private final Function<Long, String> names;
    private final Consumer<Outgoing> post;

    /**
     * The result of a sweep.
     *
     * @param found how many were due
     * @param expired how many were removed
     * @param untold how many of those nobody could be told of
     * @param dead how many are dead letters now
     * @param faults faults that go to mailboxes
     */
    record Swept(int found, int expired, int untold, int dead, List<MailOrder.Send> faults) {}

    /**
     * @param names the name of a mailbox by its number
     * @param post sends
     */
    MailSweep(MailStore store, MailWork work, Function<Long, String> names, Consumer<Outgoing> post) {
        this.store = store;
        this.work = work;
        this.names = names;
        this.post = post;
    }

    /** Does what is due with so many messages at most. */
    Swept sweep(int most) {
        List<MailRow> due = store.due(work.now(), most);
        List<MailRow> expired = new ArrayList<>();
        List<MailHandle> dead = new ArrayList<>();
        List<MailHandle> staying = new ArrayList<>();
        for (MailRow mail : due) {
            switch (MailPolicy.fate(mail.standing(), work.now())) {
                case EXPIRED -> expired.add(mail);
                case DEAD -> dead.add(mail.place());
                case STAYS -> staying.add(mail.place().with(MailPolicy.later(mail.standing(), work.now())));
            }
        }
        if (!staying.isEmpty()) {
            store.update(staying);
        }
        List<MailOrder.Send> faults = new ArrayList<>();
        int untold = 0;
        for (MailRow mail : expired) {
            untold += tell(mail, faults) ? 0 : 1;
        }
        if (!expired.isEmpty()) {
            work.remove(expired.stream().map(MailRow::place).toList());
        }
        if (!dead.isEmpty()) {
            work.bury(dead);
        }
        return new Swept(due.size(), expired.size(), untold, dead.size(), faults);
    }

    private boolean tell(MailRow stored, List<MailOrder.Send> faults) {
        Mail mail = stored.mail();
        if (mail.isAsked()) {
            return true;
        }
        Address to = mail.faultAddress();
        if (to == null) {
            return false;
        }
        Problem problem = RelayProblems.expired(mail.messageId(), mail.expiresAt(), names.apply(stored.mailbox()));
        String id = mail.messageId() + "." + MessageKind.FAULT.label();
        if (to.kind() == Address.Kind.MAILBOX) {
            ValidMail fault = ReplyPolicy.toMailbox(
                    ReplyPolicy.fault(problem), mail, ReplyPolicy.shortened(id), MessageKind.FAULT);
            faults.add(new MailOrder.Send(to, ReplyPolicy.asker(mail), "parley", List.of(fault), null, false));
            return true;
        }
        post.accept(new Outgoing(
                to,
                MessageKind.FAULT,
                mail.type(),
                mail.conversationId(),
                id,
                ReplyPolicy.correlationId(mail),
                null,
                problem.toJson()));
        return true;
    }
}
