package dev.parley.topic.subscription;

import dev.parley.message.Outgoing;
import dev.parley.topic.event.StoredEvent;
import dev.parley.topic.webhook.CallOutcome;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The settlement of deliveries of which it was not known at first what came of them. That an event was delivered counts
 * whichever attempt it was; that it was not counts once for those that are under way.
 */
public final class SubscriptionSettlement {

    private final SubscriptionLog log;
    private final Consumer<Outgoing> post;
    private final FailedDeliveries failures;

    /** @param post sends if the transaction commits */
    public SubscriptionSettlement(SubscriptionLog log, Consumer<Outgoing> post) {
        this.log = log;
        this.post = post;
        this.failures = new FailedDeliveries(log, post);
    }

    /**
     * Notes what came of deliveries to a subscription, if that is still there.
     *
     * @param outcomes by the numbers of the events
     */
    public void settle(String subscription, Map<Long, CallOutcome> outcomes) {
        SubscriptionState standing = log.lock(subscription);
        if (standing == null) {
            return;
        }
        Map<Long, StoredEvent> events = log.events(standing.subscription().topic(), outcomes.keySet()).stream()
                .collect(Collectors.toMap(StoredEvent::number, Function.identity()));
        for (HeldEvent held : log.held(subscription, outcomes.keySet())) {
            CallOutcome outcome = Objects.requireNonNull(outcomes.get(held.number()));
            standing = settled(standing, held, events.get(held.number()), outcome);
        }
        log.store(standing);
    }

    private SubscriptionState settled(
            SubscriptionState standing, HeldEvent held, @Nullable StoredEvent event, CallOutcome outcome) {
        if (outcome instanceof CallOutcome.Delivered) {
            log.release(standing.subscription().name(), held);
            if (event != null) {
                GatheringAnswers.taken(standing.subscription(), event, log.now())
                        .ifPresent(post);
            }
            return standing.oneDelivered();
        }
        if (held.problem() != null || event == null) {
            return standing; // another attempt has said so; or its turn finds that it is not there any more
        }
        return outcome instanceof CallOutcome.Failed failed
                ? failures.note(standing, held, event, failed.problem(), failed.again())
                : ended(standing, held, (CallOutcome.Ended) outcome);
    }

    private SubscriptionState ended(SubscriptionState standing, HeldEvent held, CallOutcome.Ended ended) {
        String reason = FailedDeliveries.reason(ended.problem());
        log.hold(
                standing.subscription().name(),
                new HeldEvent(held.number(), held.key(), held.attempts(), log.now(), reason));
        return standing.pausedBecause(reason);
    }
}
