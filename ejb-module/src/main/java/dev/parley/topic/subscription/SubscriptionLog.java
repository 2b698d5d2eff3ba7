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
     * Subscriptions that have something to do and nobody else has; nobody else has them until the end of the
     * transaction. Those that were served longest ago come first.
     */
    List<Standing> claim(int most);

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
    Standing lock(String subscription);

    /** Events that are held, of those numbers. */
    List<HeldEvent> held(String subscription, Collection<Long> numbers);

    /** Holds an event, or holds it in another way. */
    void hold(String subscription, HeldEvent event);

    /** Holds an event no longer. The next one of its key is due then. */
    void release(String subscription, HeldEvent event);

    /** Has a subscription not be claimed before a time, unless it is stored before. */
    void putOff(String subscription, Instant until);

    /** Stores how far a subscription is; it has been served now. */
    void store(Standing standing);
}
