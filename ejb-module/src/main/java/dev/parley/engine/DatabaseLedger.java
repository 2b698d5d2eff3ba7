package dev.parley.engine;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Direction;
import dev.parley.conversation.JournalEntry;
import dev.parley.conversation.MessageKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** The ledger in the database, within the current transaction. */
@ApplicationScoped
class DatabaseLedger implements Ledger {

    private static final int LONGEST_FAILURE = 1000;

    @PersistenceContext(unitName = "parley")
    EntityManager entities;

    @Inject
    Settings settings;

    @Inject
    AfterCommit afterCommit;

    /**
     * Makes the database a part of the transaction. What is enlisted first commits first: done before anything is sent, a message is not there before
     * what it is about.
     */
    void join() {
        session().doWork(connection -> {
            // having a connection is enough
        });
    }

    @Override
    public List<Registration> register(List<InboxEntry> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        return session().doReturningWork(connection -> new Inbox(connection).register(entries));
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
                .map(ConversationRow::toConversation)
                .collect(Collectors.toMap(Conversation::id, Function.identity(), (a, b) -> a, HashMap::new));
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
                        "select j.conversationId, j.body from JournalRow j"
                                + " where j.conversationId in :ids and j.sequence = 1",
                        Object[].class)
                .setParameter("ids", ids)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
    }

    @Override
    public void flush() {
        entities.flush();
    }

    @Override
    public void insert(Conversation conversation) {
        entities.persist(new ConversationRow(conversation, settings.retention()));
        noteDue(conversation);
    }

    @Override
    public void update(Conversation conversation) {
        ConversationRow row = entities.find(ConversationRow.class, conversation.id());
        row.become(conversation, settings.retention());
        afterCommit.changed(conversation.id());
        noteDue(conversation);
    }

    private void noteDue(Conversation conversation) {
        if (!conversation.status().isFinal()) {
            afterCommit.dueAt(conversation.dueAt());
        }
    }

    @Override
    public void beginAttempt(String conversationId, Instant now) {
        int begun = entities.createNativeQuery(
                        "update parley_conversation set attempts = attempts + 1, status = 'RUNNING', version = version + 1,"
                                + " updated_at = :now where id = :id and ended = false")
                .setParameter("now", now)
                .setParameter("id", conversationId)
                .executeUpdate();
        if (begun > 0) {
            afterCommit.changed(conversationId);
        }
    }

    @Override
    public void noteFailure(String conversationId, String failure) {
        String shortened = failure.length() <= LONGEST_FAILURE ? failure : failure.substring(0, LONGEST_FAILURE);
        entities.createNativeQuery(
                        "update parley_conversation set last_failure = :failure where id = :id and ended = false")
                .setParameter("failure", shortened.replace('\0', ' '))
                .setParameter("id", conversationId)
                .executeUpdate();
    }

    @Override
    public void append(JournalEntry entry) {
        entities.persist(new JournalRow(entry));
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
                .map(ConversationRow::toConversation)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<ConversationRow> claim(boolean ended, Instant now, int most) {
        return entities.createNativeQuery(
                        "select * from parley_conversation where ended = :ended and due_at <= :now"
                                // Both columns of the index: H2 sorts all that are due otherwise.
                                + " order by ended, due_at limit :most for update skip locked",
                        ConversationRow.class)
                .setParameter("ended", ended)
                .setParameter("now", now)
                .setParameter("most", most)
                .getResultList();
    }

    @Override
    public int removeEnded(Instant now, int most) {
        List<Conversation> ended = claim(true, now, most).stream()
                .map(ConversationRow::toConversation)
                .toList();
        if (ended.isEmpty()) {
            return 0;
        }
        entities.clear();
        List<String> ids = ended.stream().map(Conversation::id).toList();
        List<InboxEntry.Key> keys = ended.stream()
                .map(c -> new InboxEntry.Key(c.sender(), c.messageId()))
                .toList();
        session().doWork(connection -> new Inbox(connection).remove(keys));
        entities.createQuery("delete from JournalRow j where j.conversationId in :ids")
                .setParameter("ids", ids)
                .executeUpdate();
        entities.createQuery("delete from ConversationRow c where c.id in :ids")
                .setParameter("ids", ids)
                .executeUpdate();
        return ended.size();
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
