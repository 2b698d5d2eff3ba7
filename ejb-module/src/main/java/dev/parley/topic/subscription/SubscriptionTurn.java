package dev.parley.topic.subscription;

import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import dev.parley.topic.event.StoredEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** The pause after a turn in which nothing could be done but to hold back. */
    private static final Duration HELD_BACK = Duration.ofSeconds(1);

    private final SubscriptionLog log;
    private final EventDelivery delivery;
    private final Consumer<Outgoing> post;
    private final FailedDeliveries failures;
    private final int most;
    private SubscriptionState standing;

    SubscriptionTurn(
            SubscriptionLog log,
            EventDelivery delivery,
            Consumer<Outgoing> post,
            int most,
            SubscriptionState standing) {
        this.log = log;
        this.delivery = delivery;
        this.post = post;
        this.failures = new FailedDeliveries(log, post);
        this.most = most;
        this.standing = standing;
    }

    /** Takes the turn. Where nothing could be done but to hold back, or to wait for an answer, the next comes later. */
    void take() {
        boolean triedAgain = tryAgain();
        boolean holdsBack = !standing.paused() && log.held(name()) >= MOST_HELD;
        if (!standing.paused() && !holdsBack) {
            goOn();
        }
        log.store(standing);
        if (holdsBack && !triedAgain) {
            log.putOff(name(), log.now().plus(HELD_BACK));
        }
        putOffIfFull();
    }

    private String name() {
        return standing.subscription().name();
    }

    private String topic() {
        return standing.subscription().topic();
    }

    private boolean tryAgain() {
        int room = room();
        List<HeldEvent> due = room > 0 ? log.due(name(), room) : List.of();
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
        if (problem != null) {
            failed(held, event, problem);
        } else if (delivery instanceof LaterDelivery later) {
            begun(held, later);
        } else {
            log.release(name(), held);
            standing = standing.oneDelivered();
        }
    }

    /** Holds an event until it is known what came of it. */
    private void begun(HeldEvent before, LaterDelivery later) {
        log.hold(name(), before.underWay(log.now().plus(later.within())));
    }

    /** Notes that an event could not be delivered; true if it is held. */
    private boolean failed(HeldEvent before, StoredEvent event, Problem problem) {
        int attempts = before.attempts() + 1;
        HeldEvent tried = new HeldEvent(before.number(), before.key(), attempts, before.dueAt(), null);
        standing = failures.note(standing, tried, event, problem, null);
        return !FailedDeliveries.areGivenUp(standing.subscription().definition(), attempts);
    }

    /**
     * The number of events that may be delivered now: those of which it is not known yet what came of them take up
     * room.
     */
    private int room() {
        return delivery instanceof LaterDelivery later
                ? Math.min(most, later.atOnce(standing.subscription()) - log.underWay(name()))
                : most;
    }

    /** The next answer has it go on: until then it would only keep others from their turns. */
    private void putOffIfFull() {
        if (delivery instanceof LaterDelivery later && room() <= 0) {
            log.putOff(name(), log.now().plus(later.within()));
        }
    }

    private void goOn() {
        boolean replays = standing.replays();
        long last = replays ? standing.replayTo() : log.last(topic());
        int room = room();
        if (room <= 0) {
            return;
        }
        List<StoredEvent> events = log.events(topic(), standing.after(), last, room);
        deliverNew(events);
        boolean isFull = events.size() == room;
        long upTo = isFull ? events.get(events.size() - 1).number() : last;
        if (upTo > standing.after() || replays) {
            standing = standing.lookedAt(upTo, Math.max(0, upTo - standing.after() - events.size()));
        }
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
                holdBehind(event, key);
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

    /** What is delivered again may be held already, and be the one that others wait for: its time has come before. */
    private void holdBehind(StoredEvent event, String key) {
        boolean isHeld =
                standing.replays() && !log.held(name(), List.of(event.number())).isEmpty();
        if (!isHeld) {
            log.hold(name(), HeldEvent.behind(event.number(), key));
        }
    }

    private void deliveredNew(StoredEvent event, @Nullable Problem problem, Set<String> blocked) {
        if (isHeldNow(event, problem) && event.key() != null) {
            blocked.add(event.key());
        }
    }

    private boolean isHeldNow(StoredEvent event, @Nullable Problem problem) {
        HeldEvent first = new HeldEvent(event.number(), event.key(), 0, log.now(), null);
        if (problem != null) {
            return failed(first, event, problem);
        }
        if (delivery instanceof LaterDelivery later) {
            begun(first, later);
            return true;
        }
        standing = standing.oneDelivered();
        return false;
    }

    private List<@Nullable Problem> deliver(List<StoredEvent> events) {
        return events.isEmpty() ? List.of() : delivery.deliver(standing.subscription(), events, post);
    }
}
