package dev.parley.engine;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Direction;
import dev.parley.conversation.JournalEntry;
import dev.parley.conversation.MessageKind;
import dev.parley.simulation.Session;
import dev.parley.simulation.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The ledger in a simulated database, within one transaction, whose process may be held up or killed at each step. */
final class StoreLedger implements Ledger {

    private final EngineTables tables;
    private final Transaction transaction;
    private final Session session;
    private final Defect defect;
    private final Consumer<Instant> due;

    /**
     * @param due is told of deadlines that are committed
     */
    StoreLedger(EngineTables tables, Transaction transaction, Defect defect, Consumer<Instant> due) {
        this.tables = tables;
        this.transaction = transaction;
        this.session = transaction.database();
        this.defect = defect;
        this.due = due;
    }

    @Override
    public List<Registration> register(List<InboxEntry> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        transaction.checkpoint("before the inbox");
        return entries.stream().map(this::register).toList();
    }

    private Registration register(InboxEntry entry) {
        boolean isNew = session.insertIfAbsent(tables.inbox, entry.key(), entry);
        InboxEntry there = isNew ? entry : session.read(tables.inbox, entry.key());
        return defect == Defect.INBOX_IGNORED ? new Registration(true, entry) : new Registration(isNew, there);
    }

    @Override
    public Map<String, Conversation> find(Collection<String> ids) {
        transaction.checkpoint("before it reads");
        Map<String, Conversation> found = new HashMap<>();
        for (String id : ids) {
            Conversation conversation = session.read(tables.conversations, id);
            if (conversation != null) {
                found.put(id, conversation);
            }
        }
        return found;
    }

    @Override
    public void postpone(String conversationId, Instant until) {
        throw new UnsupportedOperationException("Only where a conversation cannot be ended");
    }

    @Override
    public Map<String, List<JournalEntry>> answers(Collection<String> ids) {
        Map<String, List<JournalEntry>> answers = new HashMap<>();
        session.scan(
                        tables.journal,
                        e -> e.direction() == Direction.OUT
                                && e.kind() != MessageKind.REQUEST
                                && ids.contains(e.conversationId()))
                .forEach(e -> answers.computeIfAbsent(e.conversationId(), id -> new ArrayList<>())
                        .add(e));
        return answers;
    }

    @Override
    public Map<String, String> requestBodies(Collection<String> ids) {
        Map<String, String> bodies = new HashMap<>();
        for (String id : ids) {
            JournalEntry request = session.read(tables.journal, new EngineTables.Place(id, 1));
            if (request != null) {
                bodies.put(id, request.body());
            }
        }
        return bodies;
    }

    @Override
    public void flush() {}

    @Override
    public void insert(Conversation conversation) {
        session.insert(tables.conversations, conversation.id(), conversation);
        noteDue(conversation);
    }

    @Override
    public void update(Conversation conversation) {
        if (defect == Defect.VERSIONS_IGNORED) {
            session.overwrite(tables.conversations, conversation.id(), conversation);
        } else {
            session.update(tables.conversations, conversation.id(), conversation);
        }
        noteDue(conversation);
    }

    private void noteDue(Conversation conversation) {
        if (!conversation.status().isFinal()) {
            transaction.onCommit(() -> due.accept(conversation.dueAt()));
        }
    }

    @Override
    public void beginAttempt(String conversationId, Instant now) {
        Session own = new Session();
        Conversation there = own.read(tables.conversations, conversationId);
        if (there != null && !there.status().isFinal()) {
            own.update(tables.conversations, conversationId, there.attempted(now));
            own.commitAtOnce();
        }
        transaction.checkpoint("after it began an attempt");
    }

    @Override
    public void noteFailure(String conversationId, String failure) {
        transaction.checkpoint("before it notes a failure");
        Session own = new Session();
        Conversation there = own.read(tables.conversations, conversationId);
        if (there != null && !there.status().isFinal()) {
            own.update(tables.conversations, conversationId, there.failed(failure));
            own.commitAtOnce();
        }
    }

    @Override
    public void append(JournalEntry entry) {
        if (defect != Defect.JOURNAL_NOT_WRITTEN || entry.sequence() == 1) {
            session.insert(tables.journal, new EngineTables.Place(entry.conversationId(), entry.sequence()), entry);
        }
    }

    @Override
    public List<Conversation> claimDue(Instant now, int most) {
        transaction.checkpoint("before it looks for deadlines");
        return session
                .scan(
                        tables.conversations,
                        c -> !c.status().isFinal() && !c.dueAt().isAfter(now))
                .stream()
                .filter(c -> session.lockIfFree(tables.conversations, c.id()))
                .limit(most)
                .toList();
    }

    @Override
    public int removeEnded(Instant now, int most) {
        return 0;
    }
}
