package dev.parley.web.topic;

import dev.parley.topic.subscription.Subscription;
import dev.parley.topic.subscription.SubscriptionDefinition;
import dev.parley.topic.subscription.SubscriptionState;
import dev.parley.topic.subscription.SubscriptionView;
import dev.parley.web.ActionBody;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A subscription, and how it goes. */
@Schema(name = "Subscription")
public record SubscriptionBody(
        @Schema(required = true) String name,
        @Schema(required = true) String topic,
        @Schema(required = true, description = "Who made it.") String owner,
        @Schema(required = true) String to,
        @Schema(description = "Absent if it takes all events.") @Nullable Object filter,
        @Schema(required = true) String from,
        @Schema(required = true) SubscriptionRetryBody retry,
        @Schema(required = true) Integer maxDeliveries,
        @Schema(required = true) String onExhausted,
        @Schema(required = true) Instant updatedAt,
        @Schema(required = true) String updatedBy,
        @Schema(
                        required = true,
                        enumeration = {"ACTIVE", "PAUSED"})
                String status,
        @Schema(description = "Why it stands still, if nobody wanted it to.") @Nullable String reason,
        @Schema(required = true, description = "The number of the last event that it has looked at.") Long sequence,
        @Schema(required = true, description = "How many events there are that it has not looked at.") Long lag,
        @Schema(description = "When the first of these was published; absent if there is none.") @Nullable
                Instant oldest,
        @Schema(
                        required = true,
                        description = "How many events are held because they, or others of their key, could not be"
                                + " delivered.")
                Integer failing,
        @Schema(required = true, description = "The first ten of those that could not.") List<FailureBody> failures,
        @Schema(required = true) Long delivered,
        @Schema(required = true) Long parked,
        @Schema(required = true) Long dropped,
        @Schema(required = true, description = "How many were removed from the topic before they were delivered.")
                Long missed,
        @Schema(description = "What the caller may have done with it now; where one is looked at.") @Nullable
                List<ActionBody> actions) {

    private static final JsonObject REPLAY = ActionBody.schemaOf(ReplayBody.class);

    /** One in a list. */
    static SubscriptionBody of(SubscriptionView view) {
        return of(view, null);
    }

    /** One that somebody looks at who may see it, and so may have all done with it. */
    static SubscriptionBody seen(SubscriptionView view) {
        SubscriptionState standing = view.standing();
        Subscription subscription = standing.subscription();
        String path = "topics/" + subscription.topic() + "/subscriptions/" + subscription.label();
        String turn = standing.paused() ? "resume" : "pause";
        return of(
                view,
                List.of(
                        ActionBody.of(turn, "POST", path + "/" + turn),
                        ActionBody.of("replay", "POST", path + "/replay", REPLAY),
                        ActionBody.of("delete", "DELETE", path)));
    }

    private static SubscriptionBody of(SubscriptionView view, @Nullable List<ActionBody> actions) {
        SubscriptionState standing = view.standing();
        Subscription subscription = standing.subscription();
        SubscriptionDefinition definition = subscription.definition();
        return new SubscriptionBody(
                subscription.label(),
                subscription.topic(),
                subscription.owner(),
                definition.to().toString(),
                json(definition.filterText()),
                definition.from().toString(),
                new SubscriptionRetryBody(
                        definition.retry().first().toString(),
                        definition.retry().longest().toString()),
                definition.maxDeliveries(),
                definition.onExhausted().label(),
                subscription.updatedAt(),
                subscription.updatedBy(),
                standing.paused() ? "PAUSED" : "ACTIVE",
                standing.reason(),
                standing.done(),
                view.lag(),
                view.oldest(),
                view.failing(),
                view.failures().stream().map(FailureBody::of).toList(),
                standing.delivered(),
                standing.parked(),
                standing.dropped(),
                standing.missed(),
                actions);
    }

    private static @Nullable Object json(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }
}
