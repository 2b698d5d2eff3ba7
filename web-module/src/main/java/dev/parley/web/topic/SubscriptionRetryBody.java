package dev.parley.web.topic;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The pauses after an event could not be delivered. */
@Schema(name = "SubscriptionRetry")
public record SubscriptionRetryBody(
        @Schema(description = "The first pause, ISO 8601.", defaultValue = "PT1S") String backoff,
        @Schema(description = "The longest pause, ISO 8601.", defaultValue = "PT5M") String maximum) {}
