package dev.parley.web.topic;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The definition of a subscription. */
@Schema(name = "SubscriptionDefinition")
public record SubscriptionDefinitionBody(
        @Schema(
                        required = true,
                        description =
                                "Where events go: queue:NAME, mailbox:NAME, operation:NAME, or the URL of a webhook.",
                        examples = "queue:reply.billing")
                String to,
        @Schema(
                        description =
                                "Which events go there, as a condition such as {\"$\": \"/data/total\", \"more\": 1000}; all if it is not given.")
                Object filter,
        @Schema(
                        description =
                                "With which event it begins when it is made: now, beginning, sequence:N, or a time that is past.",
                        defaultValue = "now")
                String from,
        @Schema(description = "The pauses after an event could not be delivered; they double.")
                SubscriptionRetryBody retry,
        @Schema(description = "How often an event is tried.", minimum = "1", maximum = "1000", defaultValue = "20")
                Integer maxDeliveries,
        @Schema(
                        description = "What becomes of an event that could not be delivered as often.",
                        enumeration = {"park", "pause", "drop"},
                        defaultValue = "park")
                String onExhausted) {}
