package dev.parley.web.topic;

import dev.parley.message.Page;
import dev.parley.topic.subscription.SubscriptionView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of subscriptions. */
@Schema(name = "Subscriptions")
public record SubscriptionsBody(
        @Schema(required = true, description = "By name.") List<SubscriptionBody> subscriptions,
        @Schema(description = "The cursor of the next page; absent on the last.") @Nullable String next) {

    static SubscriptionsBody of(Page<SubscriptionView> page) {
        return new SubscriptionsBody(page.map(SubscriptionBody::of).items(), page.next());
    }
}
