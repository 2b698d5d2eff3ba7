package dev.parley.topic.subscription;

import dev.parley.topic.event.StoredEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is stored of subscriptions and of the events of their topics, in one transaction. */
public interface SubscriptionLog {

    /** The time. */
    Instant now();

    /**
     * Subscriptions that have something to do. Those come first that are near, or were served long ago, and of these
     * those that were served longest ago.
     *
     * @param near by how many events one is behind at most that is near
     * @param longAgo when those were served at the latest that were served long ago
     */
    List<Backlog> busy(int most, long near, Instant longAgo);

    /**
     * Those of some subscriptions that nobody else has and that do not stand still; nobody else has them until the end
     * of the transaction.
     */
    List<SubscriptionState> claim(List<String> names);

    /** Subscriptions that have something to do, as above. Those that were served longest ago come first. */
    default List<SubscriptionState> claim(int most) {
        return claim(
                busy(most, Long.MAX_VALUE, now()).stream().map(Backlog::name).toList());
    }

    /** The number of the last event that was numbered. */
    long last(String topic);

    /** Events of a topic behind a number, up to another one, in their order. */
    List<StoredEvent> events(String topic, long after, long to, int most);

    /** Events of a topic with those numbers, as far as they are kept. */
    List<StoredEvent> events(String topic, Collection<Long> numbers);

    /** Events that are held for a subscription and are to be tried again, in their order. */
    List<HeldEvent> due(String subscription, int most);

    /** The keys of which an event is held. */
    Set<String> heldKeys(String subscription);

    /** The number of events that are held. */
    int held(String subscription);

    /** The number of events of which it is not known yet what came of them. */
    int underWay(String subscription);

    /** A subscription, which nobody else has until the end of the transaction; null if it is not there. */
    @Nullable
    SubscriptionState lock(String subscription);

    /** Events that are held, of those numbers. */
    List<HeldEvent> held(String subscription, Collection<Long> numbers);

    /** Holds an event, or holds it in another way. */
    void hold(String subscription, HeldEvent event);

    /** Holds an event no longer. The next one of its key is due then. */
    void release(String subscription, HeldEvent event);

    /** Has a subscription not be claimed before a time, unless it is stored before. */
    void putOff(String subscription, Instant until);

    /** Stores how far a subscription is; it has been served now. */
    void store(SubscriptionState standing);
}
