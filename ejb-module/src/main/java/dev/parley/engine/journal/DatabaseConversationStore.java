package dev.parley.engine.journal;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.JournalEntry;
import dev.parley.conversation.Patterns;
import dev.parley.engine.commit.AfterCommit;
import dev.parley.engine.config.Settings;
import dev.parley.engine.metrics.Metrics;
import dev.parley.message.Direction;
import dev.parley.message.MessageKind;
import dev.parley.message.Unicode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** The store in the database, within the current transaction. */
@ApplicationScoped
public class DatabaseConversationStore implements ConversationStore {

    private static final int LONGEST_FAILURE = 1000;

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    Settings settings;

    @Inject
    Patterns patterns;

    @Inject
    AfterCommit afterCommit;

    @Inject
    Metrics metrics;

    @Inject
    JournalBuffer journal;

    @Inject
    Marks marks;

    @Override
    public List<InboxResult> register(List<InboxEntry> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        return session().doReturningWork(connection -> Inbox.of(connection).register(entries));
    }

    @Override
    public List<InboxResult> registerWithoutWaiting(List<InboxEntry> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        return session().doReturningWork(connection -> Inbox.of(connection).registerWithoutWaiting(entries));
    }

    @Override
    public Map<String, Conversation> find(Collection<String> ids) {
        if (ids.isEmpty()) {
            return new HashMap<>();
        }
        return entities
                .createQuery("select c from ConversationRow c where c.id in :ids", ConversationRow.class)
                .setParameter("ids", ids)
                .getResultList()
                .stream()
                .map(row -> row.toConversation(patterns))
                .collect(Collectors.toMap(Conversation::id, Function.identity(), (a, b) -> a, HashMap::new));
    }

    @Override
    public Map<String, Conversation> look(Collection<String> ids) {
        List<String> others = ids.stream().filter(id -> !isInHand(id)).toList();
        Map<String, Conversation> found = find(ids);
        others.stream()
                .filter(found::containsKey)
                .forEach(id -> entities.detach(entities.getReference(ConversationRow.class, id)));
        return found;
    }

    private boolean isInHand(String id) {
        SessionImplementor session = entities.unwrap(SessionImplementor.class);
        EntityPersister rows = session.getFactory().getMappingMetamodel().getEntityDescriptor(ConversationRow.class);
        return session.getPersistenceContextInternal().containsEntity(session.generateEntityKey(id, rows));
    }

    @Override
    public Map<String, Conversation> findLocked(Collection<String> ids) {
        if (ids.isEmpty()) {
            return new HashMap<>();
        }
        return entities
                .createQuery("select c from ConversationRow c where c.id in :ids order by c.id", ConversationRow.class)
                .setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .map(row -> row.toConversation(patterns))
                .collect(Collectors.toMap(Conversation::id, Function.identity(), (a, b) -> a, HashMap::new));
    }

    @Override
    public Set<String> lockFree(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        Set<String> held = new HashSet<>(
                entities.createQuery("select c.id from ConversationRow c where c.id in :ids", String.class)
                        .setParameter("ids", ids)
                        .getResultList());
        claim("id in (:ids) order by id", query -> query.setParameter("ids", ids))
                .forEach(row -> held.remove(row.id()));
        return held;
    }

    @Override
    public Map<String, Conversation> findFree(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return claim("id in (:ids) and ended = false order by id", query -> query.setParameter("ids", ids)).stream()
                .map(row -> row.toConversation(patterns))
                .collect(Collectors.toMap(Conversation::id, Function.identity()));
    }

    @Override
    public List<String> begunBy(Collection<InboxEntry.Key> keys) {
        return session().doReturningWork(connection -> Inbox.of(connection).conversations(keys));
    }

    @Override
    public void lock(Conversation conversation) {
        ConversationRow row = entities.find(ConversationRow.class, conversation.id());
        entities.lock(row, LockModeType.PESSIMISTIC_WRITE);
    }

    @Override
    public List<JournalEntry> turns(String conversationId, int first, int last) {
        return entities
                .createQuery(
                        "select j from JournalRow j where j.conversationId = :id and j.turn between :first and :last"
                                + " order by j.sequence",
                        JournalRow.class)
                .setParameter("id", conversationId)
                .setParameter("first", first)
                .setParameter("last", last)
                .getResultList()
                .stream()
                .map(JournalRow::toEntry)
                .toList();
    }

    @Override
    public Optional<JournalEntry> request(String conversationId, Direction direction, String messageId) {
        return journal.request(conversationId, direction, messageId)
                .or(() -> writtenRequest(conversationId, direction, messageId));
    }

    private Optional<JournalEntry> writtenRequest(String conversationId, Direction direction, String messageId) {
        return entities.createQuery(
                        "select j from JournalRow j where j.conversationId = :id and j.direction = :direction"
                                + " and j.kind = :request and j.messageId = :messageId",
                        JournalRow.class)
                .setParameter("id", conversationId)
                .setParameter("direction", direction)
                .setParameter("request", MessageKind.REQUEST)
                .setParameter("messageId", messageId)
                .getResultStream()
                .map(JournalRow::toEntry)
                .findFirst();
    }

    /** {@inheritDoc} It is no change of the conversation: work on the turn before is not disturbed. */
    @Override
    public void lookAt(String conversationId, Instant instant) {
        entities.createNativeQuery("update parley_conversation set due_at = :instant"
                        + " where id = :id and due_at > :instant and ended = false")
                .setParameter("instant", instant)
                .setParameter("id", conversationId)
                .executeUpdate();
        afterCommit.dueAt(instant);
    }

    @Override
    public void forget(InboxEntry.Key key) {
        session().doWork(connection -> Inbox.of(connection).remove(List.of(key)));
    }

    @Override
    public Map<String, List<JournalEntry>> answers(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return entities
                .createQuery(
                        "select j from JournalRow j where j.conversationId in :ids and j.direction = :out"
                                + " and j.kind <> :request order by j.conversationId, j.sequence",
                        JournalRow.class)
                .setParameter("ids", ids)
                .setParameter("out", Direction.OUT)
                .setParameter("request", MessageKind.REQUEST)
                .getResultList()
                .stream()
                .map(JournalRow::toEntry)
                .collect(Collectors.groupingBy(JournalEntry::conversationId));
    }

    @Override
    public Map<String, String> requestBodies(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return entities
                .createQuery(
                        "select j.conversationId, j.body from JournalRow j, ConversationRow c"
                                + " where c.id in :ids and j.conversationId = c.id and j.sequence = c.requestAt",
                        Object[].class)
                .setParameter("ids", ids)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
    }

    @Override
    public void flush() {
        journal.write();
    }

    @Override
    public void insert(Conversation conversation) {
        entities.persist(new ConversationRow(conversation, patterns.encode(conversation), settings.retention()));
        patterns.attributes(conversation)
                .forEach((name, value) -> entities.persist(new AttributeRow(conversation.id(), name, value)));
        marks.changed(conversation.id(), Set.of(), patterns.marks(conversation));
        noteEnd(null, conversation);
        noteDue(conversation);
    }

    @Override
    public void update(Conversation conversation) {
        ConversationRow row = entities.find(ConversationRow.class, conversation.id());
        Conversation before = row.asRead();
        marks.changed(
                conversation.id(), before == null ? Set.of() : patterns.marks(before), patterns.marks(conversation));
        row.become(conversation, patterns.encode(conversation), settings.retention());
        afterCommit.changed(conversation.id());
        noteEnd(before, conversation);
        noteDue(conversation);
    }

    private void noteEnd(@Nullable Conversation before, Conversation now) {
        if (metrics.isOn()
                && now.status().isFinal()
                && (before == null || !before.status().isFinal())) {
            Duration took = Duration.between(now.createdAt(), now.updatedAt());
            afterCommit.then(() -> metrics.ended(now.operation(), now.status().name(), took));
        }
    }

    private void noteDue(Conversation conversation) {
        if (!conversation.status().isFinal()) {
            afterCommit.dueAt(conversation.dueAt());
        }
    }

    @Override
    public void beginAttempt(String conversationId, int turn, Instant now) {
        if (turn == 0 ? countAttempt(conversationId, now) : countAttemptAtTurn(conversationId, turn, now)) {
            afterCommit.changed(conversationId);
        }
    }

    private boolean countAttempt(String conversationId, Instant now) {
        return entities.createNativeQuery(
                                "update parley_conversation set attempts = attempts + 1, status = 'RUNNING', version = version + 1,"
                                        + " next_attempt_at = null, updated_at = :now where id = :id"
                                        + " and status in ('ACCEPTED', 'RUNNING') and pattern in :known")
                        .setParameter("now", now)
                        .setParameter("id", conversationId)
                        .setParameter("known", patterns.names())
                        .executeUpdate()
                > 0;
    }

    /** True if the attempt was counted. The pattern alone can say which turn is worked on. */
    private boolean countAttemptAtTurn(String conversationId, int turn, Instant now) {
        ConversationRow row = entities.find(ConversationRow.class, conversationId, LockModeType.PESSIMISTIC_WRITE);
        Conversation there = row == null ? null : row.toConversation(patterns);
        if (there == null || there.status().isFinal() || there.turn() != turn || there.hasAnswered(turn)) {
            return false;
        }
        Conversation begun = there.attempted(now);
        row.become(begun, patterns.encode(begun), settings.retention());
        return true;
    }

    @Override
    public void noteFailure(String conversationId, String failure, Instant next) {
        String shortened = Unicode.beginning(failure, LONGEST_FAILURE);
        entities.createNativeQuery("update parley_conversation set last_failure = :failure, next_attempt_at = :next"
                        + " where id = :id and ended = false")
                .setParameter("next", next)
                .setParameter("failure", shortened.replace('\0', ' '))
                .setParameter("id", conversationId)
                .executeUpdate();
    }

    @Override
    public void append(JournalEntry entry) {
        journal.add(entry);
    }

    @Override
    public void postpone(String conversationId, Instant until) {
        entities.createNativeQuery("update parley_conversation set due_at = :until where id = :id")
                .setParameter("until", until)
                .setParameter("id", conversationId)
                .executeUpdate();
    }

    @Override
    public List<Conversation> claimDue(Instant now, int most) {
        return claim(false, now, most).stream()
                .map(row -> row.toConversation(patterns))
                .toList();
    }

    @Override
    public Optional<String> firstDue(Instant now) {
        return claim(false, now, 1).stream().map(ConversationRow::id).findFirst();
    }

    private List<ConversationRow> claim(boolean ended, Instant now, int most) {
        return claim(
                // Both columns of the index: H2 sorts all that are due otherwise.
                "ended = :ended and due_at <= :now order by ended, due_at limit :most",
                query -> query.setParameter("ended", ended)
                        .setParameter("now", now)
                        .setParameter("most", most));
    }

    /** Locks those that nobody else has locked. */
    @SuppressWarnings("unchecked")
    private List<ConversationRow> claim(String which, UnaryOperator<Query> parameters) {
        return parameters
                .apply(entities.createNativeQuery(
                        "select * from parley_conversation where " + which + " for update skip locked",
                        ConversationRow.class))
                .getResultList();
    }

    @Override
    public int removeEnded(Instant now, int most) {
        List<Conversation> ended = claim(true, now, most).stream()
                .map(row -> row.toConversation(patterns))
                .toList();
        if (ended.isEmpty()) {
            return 0;
        }
        List<InboxEntry.Key> keysOfTurns = keysOfTurns(ended);
        entities.clear();
        List<String> ids = ended.stream().map(Conversation::id).toList();
        List<InboxEntry.Key> keys = ended.stream()
                .map(c -> new InboxEntry.Key(c.sender(), c.messageId()))
                .toList();
        session().doWork(connection -> Inbox.of(connection).remove(keys));
        session().doWork(connection -> Inbox.of(connection).remove(keysOfTurns));
        entities.createQuery("delete from JournalRow j where j.conversationId in :ids")
                .setParameter("ids", ids)
                .executeUpdate();
        entities.createQuery("delete from AttributeRow a where a.conversationId in :ids")
                .setParameter("ids", ids)
                .executeUpdate();
        entities.createQuery("delete from ConversationRow c where c.id in :ids")
                .setParameter("ids", ids)
                .executeUpdate();
        return ended.size();
    }

    /** The keys of requests of which one has followed the other: each had an id of its own. */
    private List<InboxEntry.Key> keysOfTurns(List<Conversation> ended) {
        Map<String, String> senders = ended.stream()
                .filter(c -> c.request().at() != 1)
                .collect(Collectors.toMap(Conversation::id, Conversation::sender));
        if (senders.isEmpty()) {
            return List.of();
        }
        return entities
                .createQuery(
                        "select j.conversationId, j.messageId from JournalRow j where j.conversationId in :ids"
                                + " and j.direction = :in and j.kind = :request",
                        Object[].class)
                .setParameter("ids", senders.keySet())
                .setParameter("in", Direction.IN)
                .setParameter("request", MessageKind.REQUEST)
                .getResultList()
                .stream()
                .map(row -> new InboxEntry.Key(Objects.requireNonNull(senders.get((String) row[0])), (String) row[1]))
                .toList();
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
