package dev.parley.topic.subscription;

import dev.parley.message.Address;
import dev.parley.message.Headers;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import dev.parley.topic.event.EventMessage;
import dev.parley.topic.event.StoredEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One turn of a subscription: what could not be delivered is tried again if its time has come, and then the next events
 * are. An event that cannot be delivered holds back those that have the same key, and no others.
 */
final class SubscriptionTurn {

    /** So many events that are held are enough: no more are looked at until some are delivered. */
    static final int MOST_HELD = 1000;

    private static final Address DEAD = Address.queue("parley.dead");

    private final SubscriptionLog log;
    private final EventDelivery delivery;
    private final Consumer<Outgoing> post;
    private final int most;
    private Standing standing;

    SubscriptionTurn(
            SubscriptionLog log, EventDelivery delivery, Consumer<Outgoing> post, int most, Standing standing) {
        this.log = log;
        this.delivery = delivery;
        this.post = post;
        this.most = most;
        this.standing = standing;
    }

    /** Takes the turn; true if there may be more to do at once. */
    boolean take() {
        boolean more = tryAgain();
        if (!standing.paused() && log.held(name()) < MOST_HELD) {
            more |= goOn();
        }
        log.store(standing);
        return more && !standing.paused();
    }

    private String name() {
        return standing.subscription().name();
    }

    private String topic() {
        return standing.subscription().topic();
    }

    private boolean tryAgain() {
        List<HeldEvent> due = log.due(name(), most);
        if (due.isEmpty()) {
            return false;
        }
        Map<Long, StoredEvent> there = log
                .events(topic(), due.stream().map(HeldEvent::number).toList())
                .stream()
                .collect(Collectors.toMap(StoredEvent::number, event -> event));
        List<HeldEvent> tried = new ArrayList<>();
        for (HeldEvent held : due) {
            if (there.containsKey(held.number())) {
                tried.add(held);
            } else {
                log.release(name(), held);
                standing = standing.oneMissed();
            }
        }
        List<StoredEvent> events =
                tried.stream().map(held -> there.get(held.number())).toList();
        List<@Nullable Problem> problems = deliver(events);
        for (int i = 0; i < tried.size(); i++) {
            tried(tried.get(i), events.get(i), problems.get(i));
        }
        return true;
    }

    private void tried(HeldEvent held, StoredEvent event, @Nullable Problem problem) {
        if (problem == null) {
            log.release(name(), held);
            standing = standing.oneDelivered();
        } else {
            failed(held, event, problem);
        }
    }

    /** Notes that an event could not be delivered; true if it is held. */
    private boolean failed(HeldEvent before, StoredEvent event, Problem problem) {
        SubscriptionDefinition definition = standing.subscription().definition();
        int attempts = before.attempts() + 1;
        HeldEvent held = new HeldEvent(
                before.number(),
                before.key(),
                attempts,
                log.now().plus(definition.retry().after(attempts - 1)),
                problem.name() + ": " + problem.detail());
        boolean isExhausted = attempts >= definition.maxDeliveries();
        if (isExhausted && definition.onExhausted() != OnExhausted.PAUSE) {
            giveUp(held, event, problem);
            return false;
        }
        log.hold(name(), held);
        if (isExhausted) {
            standing = standing.pausedBecause(held.problem());
        }
        return true;
    }

    private void giveUp(HeldEvent held, StoredEvent event, Problem problem) {
        log.release(name(), held);
        if (standing.subscription().definition().onExhausted() == OnExhausted.PARK) {
            park(event, problem);
            standing = standing.oneParked();
        } else {
            standing = standing.oneDropped();
        }
    }

    private void park(StoredEvent event, Problem problem) {
        Outgoing message = EventMessage.of(event, DEAD, standing.subscription().label());
        Map<String, String> properties = new TreeMap<>(message.properties());
        properties.put(Headers.REASON, problem.name() + ": " + problem.detail());
        properties.put(
                Headers.PARKED_FROM, standing.subscription().definition().to().toString());
        post.accept(message.with(properties));
    }

    private boolean goOn() {
        boolean replays = standing.replays();
        long last = replays ? standing.replayTo() : log.last(topic());
        List<StoredEvent> events = log.events(topic(), standing.after(), last, most);
        deliverNew(events);
        boolean isFull = events.size() == most;
        long upTo = isFull ? events.get(events.size() - 1).number() : last;
        if (upTo > standing.after() || replays) {
            standing = standing.lookedAt(upTo, Math.max(0, upTo - standing.after() - events.size()));
        }
        return isFull || replays;
    }

    private void deliverNew(List<StoredEvent> events) {
        EventFilter filter = EventFilter.of(standing.subscription().definition().filter());
        List<StoredEvent> taken = events.stream().filter(filter::takes).toList();
        if (taken.isEmpty()) {
            return;
        }
        Set<String> blocked = log.heldKeys(name());
        List<StoredEvent> left = taken;
        while (!left.isEmpty()) {
            left = deliverSome(left, blocked);
        }
    }

    /** Delivers those that come first of their keys, where one may be refused; those that are left come after them. */
    private List<StoredEvent> deliverSome(List<StoredEvent> events, Set<String> blocked) {
        List<StoredEvent> first = new ArrayList<>();
        List<StoredEvent> left = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (StoredEvent event : events) {
            String key = event.key();
            if (key != null && blocked.contains(key)) {
                log.hold(name(), HeldEvent.behind(event.number(), key));
            } else if (key != null && delivery.mayRefuse() && !keys.add(key)) {
                left.add(event);
            } else {
                first.add(event);
            }
        }
        List<@Nullable Problem> problems = deliver(first);
        for (int i = 0; i < first.size(); i++) {
            deliveredNew(first.get(i), problems.get(i), blocked);
        }
        return left;
    }

    private void deliveredNew(StoredEvent event, @Nullable Problem problem, Set<String> blocked) {
        if (problem == null) {
            standing = standing.oneDelivered();
            return;
        }
        HeldEvent first = new HeldEvent(event.number(), event.key(), 0, log.now(), null);
        boolean isHeld = failed(first, event, problem);
        if (isHeld && event.key() != null) {
            blocked.add(event.key());
        }
    }

    private List<@Nullable Problem> deliver(List<StoredEvent> events) {
        return events.isEmpty() ? List.of() : delivery.deliver(standing.subscription(), events, post);
    }
}
