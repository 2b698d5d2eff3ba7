package dev.parley.topic.subscription;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subscription, and how it goes.
 *
 * @param standing how far it is
 * @param lag how many events it has not looked at
 * @param oldest when the first of these was published; null if there is none
 * @param failing how many events are held because they, or others of their key, could not be delivered
 * @param failures the first of those that could not
 */
public record SubscriptionView(
        SubscriptionState standing, long lag, @Nullable Instant oldest, int failing, List<HeldEvent> failures) {

    public SubscriptionView {
        failures = List.copyOf(failures);
    }
}
