package dev.parley.it.process;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What must not be, by the ids of instances; all empty if each effect is kept or undone.
 *
 * @param lost accepted and not there, or without an end
 * @param doubled with something done, or undone, more than once
 * @param left with something that was done and is neither kept nor undone, or succeeded without it
 * @param both succeeded with something undone, or with something undone that was never done
 * @param uncounted with an effect of an operation that nobody adds up
 */
record Balance(Set<String> lost, Set<String> doubled, Set<String> left, Set<String> both, Set<String> uncounted) {

    private static final Set<String> FINAL = Set.of("SUCCEEDED", "FAULTED", "COMPENSATED", "EXPIRED", "CANCELLED");

    /**
     * Adds up.
     *
     * @param accepted the instances that somebody was promised
     * @param deeds what became of each
     * @param compensations what undoes each operation
     * @param alone the operations that neither undo another one nor are undone
     */
    static Balance of(
            Collection<String> accepted,
            Map<String, Deeds> deeds,
            Map<String, String> compensations,
            Set<String> alone) {
        Balance balance =
                new Balance(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        Set<String> counted = new HashSet<>(alone);
        counted.addAll(compensations.keySet());
        counted.addAll(compensations.values());
        deeds.forEach((id, done) -> {
            if (!counted.containsAll(done.counts().keySet())) {
                balance.uncounted.add(id);
            }
        });
        accepted.stream().filter(id -> !deeds.containsKey(id)).forEach(balance.lost::add);
        deeds.forEach((id, done) -> balance.add(id, done, compensations));
        return balance;
    }

    /** How many there are of all kinds. */
    int total() {
        return lost.size() + doubled.size() + left.size() + both.size() + uncounted.size();
    }

    private void add(String id, Deeds done, Map<String, String> compensations) {
        if (!FINAL.contains(done.status())) {
            lost.add(id);
        }
        if (done.counts().values().stream().anyMatch(count -> count > 1)) {
            doubled.add(id);
        }
        boolean succeeded = done.status().equals("SUCCEEDED");
        compensations.forEach((operation, compensation) -> {
            int did = done.count(operation);
            int undid = done.count(compensation);
            if (succeeded ? did == 0 : did > undid) {
                left.add(id);
            }
            if (succeeded ? undid > 0 : undid > did) {
                both.add(id);
            }
        });
    }

    /**
     * What an instance did.
     *
     * @param status its status
     * @param counts how many effects there are of each operation
     */
    record Deeds(String status, Map<String, Integer> counts) {

        int count(String operation) {
            return counts.getOrDefault(operation, 0);
        }
    }
}
