package dev.parley.topic.subscription;

import dev.parley.message.Address;
import dev.parley.message.Headers;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import dev.parley.message.Quote;
import dev.parley.topic.event.EventMessage;
import dev.parley.topic.event.StoredEvent;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Events that could not be delivered: they are tried again after a pause, or given up. */
final class FailedDeliveries {

    private static final Logger LOG = System.getLogger(FailedDeliveries.class.getName());
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Address DEAD = Address.queue("parley.dead");

    private final SubscriptionLog log;
    private final Consumer<Outgoing> post;

    FailedDeliveries(SubscriptionLog log, Consumer<Outgoing> post) {
        this.log = log;
        this.post = post;
    }

    /** True if an event that was tried so often is not held any longer. */
    static boolean areGivenUp(SubscriptionDefinition definition, int attempts) {
        return attempts >= definition.maxDeliveries() && definition.onExhausted() != OnExhausted.PAUSE;
    }

    /**
     * Notes that an event could not be delivered.
     *
     * @param tried the event, with this attempt
     * @param again when it is tried again; null for the usual pause
     * @return how the subscription stands then
     */
    SubscriptionState note(
            SubscriptionState standing, HeldEvent tried, StoredEvent event, Problem problem, @Nullable Instant again) {
        SubscriptionDefinition definition = standing.subscription().definition();
        if (areGivenUp(definition, tried.attempts())) {
            return givenUp(standing, tried, event, problem);
        }
        Instant usual = log.now().plus(definition.retry().after(tried.attempts() - 1));
        String reason = reason(problem);
        log.hold(
                standing.subscription().name(),
                new HeldEvent(tried.number(), tried.key(), tried.attempts(), again == null ? usual : again, reason));
        return tried.attempts() >= definition.maxDeliveries() ? standing.pausedBecause(reason) : standing;
    }

    static String reason(Problem problem) {
        return problem.name() + ": " + problem.detail();
    }

    private SubscriptionState givenUp(SubscriptionState standing, HeldEvent held, StoredEvent event, Problem problem) {
        log.release(standing.subscription().name(), held);
        GatheringAnswers.givenUp(standing.subscription(), event, problem, log.now())
                .ifPresent(post);
        if (standing.subscription().definition().onExhausted() == OnExhausted.DROP) {
            LOG.log(Level.WARNING, dropped(standing.subscription(), held, event, problem));
            return standing.oneDropped();
        }
        park(standing.subscription(), event, problem);
        return standing.oneParked();
    }

    private static String dropped(Subscription subscription, HeldEvent held, StoredEvent event, Problem problem) {
        String line = "Event " + Quote.of(event.messageId()) + " is dropped for " + subscription.name() + " after "
                + held.attempts() + " deliveries: " + Quote.of(reason(problem));
        return CONTROL.matcher(line).replaceAll(" ");
    }

    private void park(Subscription subscription, StoredEvent event, Problem problem) {
        Outgoing message = EventMessage.of(event, DEAD, subscription.label(), null);
        Map<String, String> properties = new TreeMap<>(message.properties());
        properties.put(Headers.REASON, reason(problem));
        properties.put(Headers.PARKED_FROM, subscription.definition().to().toString());
        post.accept(message.with(properties));
    }
}
