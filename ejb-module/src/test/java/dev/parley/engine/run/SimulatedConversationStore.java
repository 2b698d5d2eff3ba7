package dev.parley.engine.run;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.JournalEntry;
import dev.parley.engine.journal.ConversationStore;
import dev.parley.engine.journal.InboxEntry;
import dev.parley.engine.journal.InboxResult;
import dev.parley.message.Direction;
import dev.parley.message.MessageKind;
import dev.parley.simulation.Blocked;
import dev.parley.simulation.Session;
import dev.parley.simulation.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The store in a simulated database, within one transaction, whose process may be held up or killed at each step. */
final class SimulatedConversationStore implements ConversationStore {

    private static final int LONGEST_WAIT = 50;

    private final EngineTables tables;
    private final Transaction transaction;
    private final Session session;
    private final Defect defect;
    private final Consumer<Instant> due;

    /** @param due is told of deadlines that are committed */
    SimulatedConversationStore(EngineTables tables, Transaction transaction, Defect defect, Consumer<Instant> due) {
        this.tables = tables;
        this.transaction = transaction;
        this.session = transaction.database();
        this.defect = defect;
        this.due = due;
    }

    @Override
    public List<InboxResult> register(List<InboxEntry> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        transaction.checkpoint("before the inbox");
        return entries.stream().map(this::register).toList();
    }

    @Override
    public List<InboxResult> registerWithoutWaiting(List<InboxEntry> entries) {
        return register(entries);
    }

    private InboxResult register(InboxEntry entry) {
        boolean isNew = session.insertIfAbsent(tables.inbox, entry.key(), entry);
        InboxEntry there = isNew ? entry : session.read(tables.inbox, entry.key());
        return defect == Defect.INBOX_IGNORED ? new InboxResult(true, entry) : new InboxResult(isNew, there);
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
    public Map<String, Conversation> findLocked(Collection<String> ids) {
        flushBeforeTheQuery();
        Map<String, Conversation> found = new HashMap<>();
        for (String id : new TreeSet<>(ids)) {
            lock(id);
            Conversation conversation = session.read(tables.conversations, id);
            if (conversation != null) {
                found.put(id, conversation);
            }
        }
        return found;
    }

    @Override
    public Set<String> lockFree(Collection<String> ids) {
        Set<String> held = new TreeSet<>();
        for (String id : new TreeSet<>(ids)) {
            if (!session.lockIfFree(tables.conversations, id)) {
                held.add(id);
            }
        }
        return held;
    }

    @Override
    public Map<String, Conversation> findFree(Collection<String> ids) {
        Map<String, Conversation> free = new LinkedHashMap<>();
        for (String id : new TreeSet<>(ids)) {
            Conversation there = session.read(tables.conversations, id);
            boolean goesOn = there != null && !there.status().isFinal();
            if (goesOn && session.lockIfFree(tables.conversations, id)) {
                free.put(id, there);
            }
        }
        return free;
    }

    @Override
    public List<String> begunBy(Collection<InboxEntry.Key> keys) {
        return keys.stream()
                .map(key -> session.read(tables.inbox, key))
                .filter(Objects::nonNull)
                .map(InboxEntry::conversationId)
                .toList();
    }

    private void flushBeforeTheQuery() {
        for (int i = 0; i <= LONGEST_WAIT; i++) {
            try {
                session.flush(tables.conversations);
                return;
            } catch (Blocked blocked) {
                if (i == LONGEST_WAIT) {
                    throw blocked;
                }
                transaction.pass(20);
            }
        }
    }

    @Override
    public void lock(Conversation conversation) {
        if (defect != Defect.TURNS_NOT_LOCKED) {
            lock(conversation.id());
        }
    }

    private void lock(String id) {
        transaction.checkpoint("before it locks");
        for (int i = 0; !session.lockIfFree(tables.conversations, id); i++) {
            if (i == LONGEST_WAIT) {
                throw new Blocked("conversation " + id);
            }
            transaction.pass(20);
        }
    }

    @Override
    public List<JournalEntry> turns(String conversationId, int first, int last) {
        return session
                .scan(
                        tables.journal,
                        e -> e.conversationId().equals(conversationId) && e.turn() >= first && e.turn() <= last)
                .stream()
                .sorted(Comparator.comparing(JournalEntry::sequence))
                .toList();
    }

    @Override
    public Optional<JournalEntry> request(String conversationId, Direction direction, String messageId) {
        return session
                .scan(
                        tables.journal,
                        e -> e.conversationId().equals(conversationId)
                                && e.direction() == direction
                                && e.kind() == MessageKind.REQUEST
                                && e.messageId().equals(messageId))
                .stream()
                .findFirst();
    }

    @Override
    public void lookAt(String conversationId, Instant instant) {
        transaction.onCommit(() -> due.accept(instant));
    }

    @Override
    public void forget(InboxEntry.Key key) {
        session.delete(tables.inbox, key);
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
            Conversation conversation = session.read(tables.conversations, id);
            int at = conversation == null ? 1 : conversation.request().at();
            JournalEntry request = session.read(tables.journal, new EngineTables.Place(id, at));
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
        boolean answered = conversation.turns() != null && conversation.turns().awaiting();
        if (defect == Defect.TURNS_NOT_STORED && answered) {
            return;
        }
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
    public void beginAttempt(String conversationId, int turn, Instant now) {
        Session own = new Session();
        Conversation there = own.read(tables.conversations, conversationId);
        if (there != null && !there.status().isFinal() && isWorkedOn(there, turn)) {
            own.update(tables.conversations, conversationId, there.attempted(now));
            own.commitAtOnce();
        }
        transaction.checkpoint("after it began an attempt");
    }

    private static boolean isWorkedOn(Conversation conversation, int turn) {
        boolean awaiting = conversation.turns() != null && conversation.turns().awaiting();
        return conversation.turn() == turn && !awaiting;
    }

    @Override
    public void noteFailure(String conversationId, String failure, Instant next) {
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
        return session.scan(tables.conversations, c -> !c.status().isFinal() && !dueAt(c).isAfter(now)).stream()
                .filter(c -> session.lockIfFree(tables.conversations, c.id()))
                .limit(most)
                .toList();
    }

    @Override
    public Optional<String> firstDue(Instant now) {
        return claimDue(now, 1).stream().map(Conversation::id).findFirst();
    }

    private Instant dueAt(Conversation conversation) {
        return conversation.turns() == null
                ? conversation.dueAt()
                : new SimulatedEarlyTurns(tables, transaction)
                        .earliest(conversation.id())
                        .filter(e -> e.isBefore(conversation.dueAt()))
                        .orElse(conversation.dueAt());
    }

    @Override
    public int removeEnded(Instant now, int most) {
        return 0;
    }
}
