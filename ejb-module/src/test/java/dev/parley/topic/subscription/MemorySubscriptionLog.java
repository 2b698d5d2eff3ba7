package dev.parley.topic.subscription;

import dev.parley.topic.event.StoredEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Topics in memory, with a transaction at a time: what is not kept is as if it had not been. */
class MemorySubscriptionLog implements SubscriptionLog {

    final TreeMap<Long, StoredEvent> events = new TreeMap<>();
    final Map<String, SubscriptionState> subscriptions = new LinkedHashMap<>();
    final Map<String, TreeMap<Long, HeldEvent>> held = new TreeMap<>();
    final Map<String, Instant> putOff = new TreeMap<>();
    final Map<String, Instant> servedAt = new TreeMap<>();
    long last;
    Instant now = Instant.parse("2026-01-31T12:00:00Z");

    /** A copy that is kept, or not. */
    MemorySubscriptionLog copyTo(MemorySubscriptionLog copy) {
        copy.events.putAll(events);
        copy.subscriptions.putAll(subscriptions);
        held.forEach((name, them) -> copy.held.put(name, new TreeMap<>(them)));
        copy.putOff.putAll(putOff);
        copy.servedAt.putAll(servedAt);
        copy.last = last;
        copy.now = now;
        return copy;
    }

    NavigableMap<Long, HeldEvent> heldOf(String subscription) {
        return held.computeIfAbsent(subscription, name -> new TreeMap<>());
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public List<Backlog> busy(int most, long near, Instant longAgo) {
        return subscriptions.values().stream()
                .filter(standing -> !standing.paused() && isBusy(standing))
                .map(this::backlog)
                .sorted(Comparator.comparing(
                        one -> one.behind() > near && one.servedAt().isAfter(longAgo)))
                .limit(most)
                .toList();
    }

    private Backlog backlog(SubscriptionState standing) {
        String name = standing.subscription().name();
        long replayed = standing.replayTo() - standing.replayDone();
        return new Backlog(name, Math.max(last - standing.done(), replayed), servedAt.getOrDefault(name, now));
    }

    @Override
    public List<SubscriptionState> claim(List<String> names) {
        return names.stream()
                .map(subscriptions::get)
                .filter(standing -> standing != null && !standing.paused())
                .toList();
    }

    private boolean isBusy(SubscriptionState standing) {
        String name = standing.subscription().name();
        if (putOff.getOrDefault(name, now).isAfter(now)) {
            return false;
        }
        return standing.done() < last || standing.replays() || !due(name, 1).isEmpty();
    }

    @Override
    public long last(String topic) {
        return last;
    }

    @Override
    public List<StoredEvent> events(String topic, long after, long to, int most) {
        return after >= to
                ? List.of()
                : events.subMap(after, false, to, true).values().stream()
                        .limit(most)
                        .toList();
    }

    @Override
    public List<StoredEvent> events(String topic, Collection<Long> numbers) {
        return numbers.stream().map(events::get).filter(Objects::nonNull).toList();
    }

    @Override
    public List<HeldEvent> due(String subscription, int most) {
        return heldOf(subscription).values().stream()
                .filter(event -> !event.dueAt().isAfter(now))
                .sorted(Comparator.comparing(HeldEvent::dueAt).thenComparing(HeldEvent::number))
                .limit(most)
                .toList();
    }

    @Override
    public Set<String> heldKeys(String subscription) {
        return heldOf(subscription).values().stream()
                .map(HeldEvent::key)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    @Override
    public int held(String subscription) {
        return heldOf(subscription).size();
    }

    @Override
    public int underWay(String subscription) {
        return (int) heldOf(subscription).values().stream()
                .filter(event -> event.attempts() > 0
                        && event.problem() == null
                        && event.dueAt().isAfter(now))
                .count();
    }

    @Override
    public @Nullable SubscriptionState lock(String subscription) {
        return subscriptions.get(subscription);
    }

    @Override
    public List<HeldEvent> held(String subscription, Collection<Long> numbers) {
        return numbers.stream()
                .map(heldOf(subscription)::get)
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public void hold(String subscription, HeldEvent event) {
        heldOf(subscription).put(event.number(), event);
    }

    @Override
    public void release(String subscription, HeldEvent event) {
        NavigableMap<Long, HeldEvent> there = heldOf(subscription);
        there.remove(event.number());
        new ArrayList<>(there.values())
                .stream()
                        .filter(next -> event.key() != null && event.key().equals(next.key()))
                        .findFirst()
                        .filter(next -> next.dueAt().equals(HeldEvent.WAITS))
                        .ifPresent(next ->
                                there.put(next.number(), new HeldEvent(next.number(), next.key(), 0, now, null)));
    }

    @Override
    public void putOff(String subscription, Instant until) {
        putOff.put(subscription, until);
    }

    /** The one that was served last is claimed last. */
    @Override
    public void store(SubscriptionState standing) {
        putOff.remove(standing.subscription().name());
        subscriptions.remove(standing.subscription().name());
        subscriptions.put(standing.subscription().name(), standing);
        servedAt.put(standing.subscription().name(), now);
    }
}
