package dev.parley.it.load;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What must not be, by message id; all empty if every promise was kept.
 *
 * @param lost acknowledged or answered and without effect, or without its provider having been asked, or acknowledged
 *     and never answered
 * @param duplicate with more than one effect, or its provider asked by more than one message (one message more than
 *     once is a retry), or with replies that say different things
 * @param ghost with an effect, or its provider asked, and nobody asked for it
 * @param misaddressed answered to somebody else
 * @param inDoubt transactions that never ended
 */
public record Violations(
        Set<String> lost, Set<String> duplicate, Set<String> ghost, Set<String> misaddressed, int inDoubt) {

    /** Judges what was seen. */
    public static Violations of(Evidence evidence) {
        return new Violations(
                lost(evidence), duplicate(evidence), ghost(evidence), misaddressed(evidence), evidence.inDoubt());
    }

    /** How many there are of all kinds. */
    public int total() {
        return lost.size() + duplicate.size() + ghost.size() + misaddressed.size() + inDoubt;
    }

    private static Set<String> lost(Evidence evidence) {
        Set<String> answered = new HashSet<>();
        evidence.replies().forEach(reply -> answered.add(reply.id()));
        Set<String> promised = new TreeSet<>(answered);
        promised.addAll(evidence.acknowledged());
        promised.removeIf(id ->
                answered.contains(id) && evidence.traces().stream().allMatch(trace -> trace.getOrDefault(id, 0) > 0));
        return promised;
    }

    private static Set<String> duplicate(Evidence evidence) {
        Set<String> duplicate = new TreeSet<>();
        evidence.traces()
                .forEach(trace -> trace.forEach((id, count) -> {
                    if (count > 1) {
                        duplicate.add(id);
                    }
                }));
        Map<String, String> first = new HashMap<>();
        for (Evidence.Reply reply : evidence.replies()) {
            String text = first.putIfAbsent(reply.id(), reply.text());
            if (text != null && !text.equals(reply.text())) {
                duplicate.add(reply.id());
            }
        }
        return duplicate;
    }

    private static Set<String> ghost(Evidence evidence) {
        Set<String> ghost = new TreeSet<>();
        evidence.traces().forEach(trace -> ghost.addAll(trace.keySet()));
        ghost.removeAll(evidence.requesters().keySet());
        return ghost;
    }

    private static Set<String> misaddressed(Evidence evidence) {
        Set<String> misaddressed = new TreeSet<>();
        for (Evidence.Reply reply : evidence.replies()) {
            if (!reply.requester().equals(evidence.requesters().get(reply.id()))) {
                misaddressed.add(reply.id());
            }
        }
        return misaddressed;
    }
}
