package dev.parley.process.simulation;

import java.util.LinkedHashMap;
import java.util.Map;

/** What participants have really done, by the id of the message that had them do it. */
final class Ledger {

    /** What came of a message. */
    static final class Entry {
        final String messageId;
        boolean done;
        boolean undone;
        boolean barred;
        boolean declined;
        int times;

        Entry(String messageId) {
            this.messageId = messageId;
        }

        boolean stands() {
            return done && !undone;
        }
    }

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    Entry of(String messageId) {
        return entries.computeIfAbsent(messageId, Entry::new);
    }

    Iterable<Entry> all() {
        return entries.values();
    }

    /** The messages of a step. */
    Iterable<Entry> of(String conversationId, String step) {
        String prefix = conversationId + ".step." + step + ".";
        return entries.values().stream()
                .filter(e -> e.messageId.startsWith(prefix) && e.messageId.indexOf('.', prefix.length()) < 0)
                .toList();
    }

    boolean stands(String conversationId, String step) {
        for (Entry entry : of(conversationId, step)) {
            if (entry.stands()) {
                return true;
            }
        }
        return false;
    }

    /** It is done, unless it was barred before or is done already. */
    void act(Entry entry) {
        if (!entry.done) {
            entry.done = true;
            entry.times++;
        }
    }
}
