package dev.parley.engine;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Direction;
import dev.parley.conversation.JournalEntry;
import dev.parley.conversation.MessageKind;
import dev.parley.conversation.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A ledger in memory, for tests of what is done with it. */
final class MemoryLedger implements Ledger {

    final Map<InboxEntry.Key, InboxEntry> inbox = new TreeMap<>();
    final Map<String, Conversation> conversations = new HashMap<>();
    final List<JournalEntry> journal = new ArrayList<>();

    @Override
    public List<Registration> register(List<InboxEntry> entries) {
        return entries.stream()
                .map(entry -> {
                    InboxEntry there = inbox.putIfAbsent(entry.key(), entry);
                    return new Registration(there == null, there == null ? entry : there);
                })
                .toList();
    }

    @Override
    public Map<String, Conversation> find(Collection<String> ids) {
        Map<String, Conversation> found = new HashMap<>(conversations);
        found.keySet().retainAll(ids);
        return found;
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
                .filter(e -> ids.contains(e.conversationId()) && e.sequence() == 1)
                .collect(Collectors.toMap(JournalEntry::conversationId, JournalEntry::body));
    }

    @Override
    public void flush() {}

    @Override
    public void insert(Conversation conversation) {
        if (conversations.putIfAbsent(conversation.id(), conversation) != null) {
            throw new IllegalStateException("Two conversations with the id " + conversation.id());
        }
    }

    @Override
    public void update(Conversation conversation) {
        conversations.put(conversation.id(), conversation);
    }

    @Override
    public void beginAttempt(String conversationId, Instant now) {
        throw new UnsupportedOperationException("Done in a transaction of its own");
    }

    @Override
    public void noteFailure(String conversationId, String failure) {
        throw new UnsupportedOperationException("Done in a transaction of its own");
    }

    @Override
    public void append(JournalEntry entry) {
        journal.add(entry);
    }

    @Override
    public void postpone(String conversationId, Instant until) {
        throw new UnsupportedOperationException("Done in a transaction of its own");
    }

    @Override
    public List<Conversation> claimDue(Instant now, int most) {
        return conversations.values().stream()
                .filter(c -> !c.status().isFinal() && !c.dueAt().isAfter(now))
                .limit(most)
                .toList();
    }

    @Override
    public int removeEnded(Instant now, int most) {
        return 0;
    }

    Status status(String id) {
        return conversations.get(id).status();
    }
}
