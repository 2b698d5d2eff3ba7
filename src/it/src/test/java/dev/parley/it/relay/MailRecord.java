package dev.parley.it.relay;

import dev.parley.it.client.Mail;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What senders and receivers saw, written down while they see it, and what of it must not be. */
final class MailRecord {

    private final Duration lock;
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final Map<String, List<Delivery>> deliveries = new ConcurrentHashMap<>();
    private final Map<String, Instant> acknowledged = new ConcurrentHashMap<>();
    private final Set<String> perhapsAcknowledged = ConcurrentHashMap.newKeySet();

    /**
     * A message as somebody got it.
     *
     * @param receiver who
     * @param lock the lock's name
     * @param askedAt when the poll was sent that was answered with it
     * @param from since when it was locked
     * @param until until when
     */
    record Delivery(String receiver, String lock, Instant askedAt, Instant from, Instant until) {

        boolean overlaps(Delivery other) {
            boolean isSame = lock.equals(other.lock) && receiver.equals(other.receiver);
            return !isSame && from.isBefore(other.until) && other.from.isBefore(until);
        }
    }

    /**
     * What must not be, by message id; all empty if every promise was kept.
     *
     * @param lost accepted, and never delivered, or gone without an acknowledgment
     * @param returned delivered to who asked after it was acknowledged
     * @param shared locked for two at the same time
     * @param unknown delivered, and nobody's
     */
    record Violations(Set<String> lost, Set<String> returned, Set<String> shared, Set<String> unknown) {

        int total() {
            return lost.size() + returned.size() + shared.size() + unknown.size();
        }
    }

    /** @param lock for how long each message is locked */
    MailRecord(Duration lock) {
        this.lock = lock;
    }

    void accepted(String id) {
        accepted.add(id);
    }

    void delivered(String receiver, Mail mail, Instant askedAt) {
        delivered(receiver, mail.messageId(), mail.lock(), askedAt, mail.lockedUntil());
    }

    void delivered(String receiver, String id, String name, Instant askedAt, Instant until) {
        deliveries
                .computeIfAbsent(id, any -> new CopyOnWriteArrayList<>())
                .add(new Delivery(receiver, name, askedAt, until.minus(lock), until));
    }

    /** The server said so. */
    void acknowledged(String id, Instant at) {
        acknowledged.putIfAbsent(id, at);
    }

    /** The server was asked to and did not answer. */
    void perhapsAcknowledged(String id) {
        perhapsAcknowledged.add(id);
    }

    /** How many are accepted and not acknowledged. */
    int open() {
        return accepted.size() - acknowledged.size();
    }

    /** Whether each message that was accepted came to its end, or may have. */
    boolean isDone() {
        return accepted.stream().allMatch(id -> acknowledged.containsKey(id) || perhapsAcknowledged.contains(id));
    }

    int countAccepted() {
        return accepted.size();
    }

    int countDeliveries() {
        return deliveries.values().stream().mapToInt(List::size).sum();
    }

    int countAcknowledged() {
        return acknowledged.size();
    }

    /** @param sent the ids that were ever used; those of them that were not accepted may be delivered, or not */
    Violations violations(Set<String> sent) {
        Set<String> lost = new TreeSet<>(accepted);
        lost.removeIf(
                id -> deliveries.containsKey(id) && (acknowledged.containsKey(id) || perhapsAcknowledged.contains(id)));
        Set<String> returned = new TreeSet<>();
        Set<String> shared = new TreeSet<>();
        deliveries.forEach((id, all) -> {
            Instant gone = acknowledged.getOrDefault(id, Instant.MAX);
            if (all.stream().anyMatch(delivery -> delivery.askedAt().isAfter(gone))) {
                returned.add(id);
            }
            if (all.stream().anyMatch(one -> all.stream().anyMatch(one::overlaps))) {
                shared.add(id);
            }
        });
        Set<String> unknown = new TreeSet<>(deliveries.keySet());
        unknown.removeAll(sent);
        return new Violations(lost, returned, shared, unknown);
    }
}
