package dev.parley.engine.run;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.JournalEntry;
import dev.parley.conversation.Status;
import dev.parley.engine.journal.ConversationStore;
import dev.parley.engine.journal.InboxEntry;
import dev.parley.engine.journal.InboxResult;
import dev.parley.message.Direction;
import dev.parley.message.MessageKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A store in memory, for tests of what is done with it. */
final class MemoryConversationStore implements ConversationStore {

    final Map<InboxEntry.Key, InboxEntry> inbox = new TreeMap<>();
    final Map<String, Conversation> conversations = new HashMap<>();
    final List<JournalEntry> journal = new ArrayList<>();
    /** Ids of conversations in the order in which they were locked. */
    final Set<String> locked = new LinkedHashSet<>();
    /** Ids of conversations that somebody else has locked. */
    final Set<String> held = new TreeSet<>();
    /** Ids of messages that another transaction is entering. */
    final Set<String> entering = new TreeSet<>();
    /** Conversations that somebody else has in hand. */
    final Set<String> busy = new TreeSet<>();

    /** How often what was stored so far was made readable, and how often conversations were looked for to be locked. */
    int flushes;

    int locks;

    private final Map<String, Instant> postponed = new HashMap<>();

    @Override
    public List<InboxResult> register(List<InboxEntry> entries) {
        return entries.stream()
                .map(entry -> {
                    InboxEntry there = inbox.putIfAbsent(entry.key(), entry);
                    return new InboxResult(there == null, there == null ? entry : there);
                })
                .toList();
    }

    @Override
    public List<InboxResult> registerWithoutWaiting(List<InboxEntry> entries) {
        return entries.stream()
                .map(entry -> entering.contains(entry.messageId())
                        ? new InboxResult(false, entry, true)
                        : register(List.of(entry)).get(0))
                .toList();
    }

    @Override
    public Map<String, Conversation> find(Collection<String> ids) {
        Map<String, Conversation> found = new HashMap<>(conversations);
        found.keySet().retainAll(ids);
        return found;
    }

    @Override
    public Map<String, Conversation> findLocked(Collection<String> ids) {
        locks++;
        locked.addAll(ids);
        return find(ids);
    }

    @Override
    public Set<String> lockFree(Collection<String> ids) {
        Set<String> there = new TreeSet<>(ids);
        there.retainAll(held);
        ids.stream().filter(id -> !held.contains(id)).forEach(locked::add);
        return there;
    }

    @Override
    public Map<String, Conversation> findFree(Collection<String> ids) {
        Map<String, Conversation> found = find(ids);
        found.values().removeIf(c -> c.status().isFinal() || busy.contains(c.id()));
        return found;
    }

    @Override
    public List<String> begunBy(Collection<InboxEntry.Key> keys) {
        return keys.stream()
                .filter(inbox::containsKey)
                .map(key -> inbox.get(key).conversationId())
                .toList();
    }

    @Override
    public void lock(Conversation conversation) {}

    @Override
    public List<JournalEntry> turns(String conversationId, int first, int last) {
        return journal.stream()
                .filter(e -> e.conversationId().equals(conversationId) && e.turn() >= first && e.turn() <= last)
                .toList();
    }

    @Override
    public Optional<JournalEntry> request(String conversationId, Direction direction, String messageId) {
        return journal.stream()
                .filter(e -> e.conversationId().equals(conversationId)
                        && e.direction() == direction
                        && e.kind() == MessageKind.REQUEST
                        && e.messageId().equals(messageId))
                .findFirst();
    }

    @Override
    public void lookAt(String conversationId, Instant instant) {}

    @Override
    public void forget(InboxEntry.Key key) {
        inbox.remove(key);
    }

    @Override
    public Map<String, List<JournalEntry>> answers(Collection<String> ids) {
        return journal.stream()
                .filter(e -> ids.contains(e.conversationId())
                        && e.direction() == Direction.OUT
                        && e.kind() != MessageKind.REQUEST)
                .collect(Collectors.groupingBy(JournalEntry::conversationId));
    }

    @Override
    public Map<String, String> requestBodies(Collection<String> ids) {
        return journal.stream()
                .filter(e -> ids.contains(e.conversationId()) && e.sequence() == requestAt(e.conversationId()))
                .collect(Collectors.toMap(JournalEntry::conversationId, JournalEntry::body));
    }

    private int requestAt(String id) {
        return conversations.get(id).request().at();
    }

    @Override
    public void flush() {
        flushes++;
    }

    @Override
    public void insert(Conversation conversation) {
        if (conversations.putIfAbsent(conversation.id(), conversation) != null) {
            throw new IllegalStateException("Two conversations with the id " + conversation.id());
        }
    }

    @Override
    public void update(Conversation conversation) {
        conversations.put(conversation.id(), conversation);
        postponed.remove(conversation.id());
    }

    @Override
    public void beginAttempt(String conversationId, int turn, Instant now) {
        throw new UnsupportedOperationException("Done in a transaction of its own");
    }

    @Override
    public void noteFailure(String conversationId, String failure, Instant next) {
        throw new UnsupportedOperationException("Done in a transaction of its own");
    }

    @Override
    public void append(JournalEntry entry) {
        journal.add(entry);
    }

    @Override
    public void postpone(String conversationId, Instant until) {
        postponed.put(conversationId, until);
    }

    @Override
    public List<Conversation> claimDue(Instant now, int most) {
        return conversations.values().stream()
                .filter(c -> !c.status().isFinal()
                        && !postponed.getOrDefault(c.id(), c.dueAt()).isAfter(now))
                .limit(most)
                .toList();
    }

    @Override
    public Optional<String> firstDue(Instant now) {
        return claimDue(now, 1).stream().map(Conversation::id).findFirst();
    }

    @Override
    public int removeEnded(Instant now, int most) {
        return 0;
    }

    Status status(String id) {
        return conversations.get(id).status();
    }
}
