package dev.parley.topic.subscription;

import dev.parley.topic.event.StoredEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Publishers that crash before their commit, and after it without an answer, and publish again under the same id until
 * they are answered. As in the table of events, an id is there once, and events get their numbers behind their commit:
 * whoever began first may commit last.
 */
final class SimulatedPublishers {

    private static final int PUBLISHERS = 3;

    /** What is wrong with how it is published. */
    enum Defect {
        NONE,
        /** Who publishes again under the same id publishes twice. */
        KEY_IS_FORGOTTEN,
        /** Who crashes before the commit has been answered. */
        ANSWERED_BEFORE_THE_COMMIT,
        /** An event has its number before it is committed, and those behind it are delivered meanwhile. */
        NUMBERED_BEFORE_THE_COMMIT
    }

    /** An event whose transaction is not over. */
    private record Open(long position, String id, long number) {}

    private final Random chance;
    private final Defect defect;
    private final int[] next = new int[PUBLISHERS];
    private final Map<Integer, Open> open = new HashMap<>();
    private final Set<String> answered = new TreeSet<>();
    private final Set<String> committed = new TreeSet<>();
    private final TreeMap<Long, Open> unnumbered = new TreeMap<>();
    private final Map<String, List<Long>> numbers = new TreeMap<>();
    private final Map<Long, String> ids = new TreeMap<>();
    private long positions;
    private boolean hasCrashed;

    SimulatedPublishers(Random chance, Defect defect) {
        this.chance = chance;
        this.defect = defect;
    }

    /** The key of what one of them publishes; the last one has none. */
    static @Nullable String key(String id) {
        String publisher = id.substring(0, id.indexOf('-'));
        return publisher.equals(String.valueOf(PUBLISHERS - 1)) ? null : "k" + publisher;
    }

    /** One of them begins to publish, or is done, or crashes. */
    String step(MemorySubscriptionLog log) {
        int publisher = chance.nextInt(PUBLISHERS);
        return open.containsKey(publisher) ? end(publisher, chance.nextInt(4), log) : begin(publisher, log);
    }

    private String begin(int publisher, MemorySubscriptionLog log) {
        String id = publisher + "-" + next[publisher];
        if (committed.contains(id) && defect != Defect.KEY_IS_FORGOTTEN) {
            answer(publisher, id);
            return id + " was there";
        }
        long number = defect == Defect.NUMBERED_BEFORE_THE_COMMIT ? ++log.last : 0;
        open.put(publisher, new Open(++positions, id, number));
        return id + " begins";
    }

    private String end(int publisher, int how, MemorySubscriptionLog log) {
        Open one = open.remove(publisher);
        hasCrashed |= how < 2;
        if (how == 0) {
            if (defect == Defect.ANSWERED_BEFORE_THE_COMMIT) {
                answer(publisher, one.id());
            }
            return one.id() + " crashes before the commit";
        }
        committed.add(one.id());
        if (one.number() > 0) {
            put(one.id(), one.number(), log);
        } else {
            unnumbered.put(one.position(), one);
        }
        if (how == 1) {
            return one.id() + " crashes after the commit";
        }
        answer(publisher, one.id());
        return one.id() + " is answered";
    }

    private void answer(int publisher, String id) {
        answered.add(id);
        next[publisher]++;
    }

    /** Gives numbers to what is committed, in the order in which it began. */
    void number(MemorySubscriptionLog log) {
        unnumbered.values().forEach(one -> put(one.id(), ++log.last, log));
        unnumbered.clear();
    }

    private void put(String id, long number, MemorySubscriptionLog log) {
        numbers.computeIfAbsent(id, any -> new ArrayList<>()).add(number);
        ids.put(number, id);
        log.events.put(number, new StoredEvent("t", number, id, "t", "/s", key(id), Map.of(), "{}", log.now, 0));
    }

    /** All are done, and what they have published has numbers. */
    void settle(MemorySubscriptionLog log) {
        List.copyOf(open.keySet()).forEach(publisher -> end(publisher, 2, log));
        number(log);
    }

    /** The ids of what is published by now. */
    Set<String> committed() {
        return Set.copyOf(committed);
    }

    /** The id of an event. */
    String id(long number) {
        return ids.getOrDefault(number, "none-0");
    }

    boolean haveCrashed() {
        return hasCrashed;
    }

    /** What is wrong with the log in the end. */
    List<String> wrong(MemorySubscriptionLog log) {
        List<String> wrong = new ArrayList<>();
        answered.stream()
                .filter(id -> !numbers.containsKey(id))
                .forEach(id -> wrong.add(id + " was answered and is not there"));
        numbers.forEach((id, all) -> {
            if (all.size() > 1) {
                wrong.add(id + " is there more than once: " + all);
            }
        });
        if (log.last != ids.size()) {
            wrong.add("there are gaps in " + ids.keySet());
        }
        Map<String, Integer> last = new HashMap<>();
        ids.forEach((number, id) -> {
            int dash = id.indexOf('-');
            int n = Integer.parseInt(id.substring(dash + 1));
            if (last.merge(id.substring(0, dash), n, Math::max) > n) {
                wrong.add(id + " comes behind what was published after it: " + ids);
            }
        });
        return wrong;
    }
}
