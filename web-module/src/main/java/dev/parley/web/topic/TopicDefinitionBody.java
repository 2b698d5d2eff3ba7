package dev.parley.web.topic;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The definition of a topic. */
@Schema(name = "TopicDefinition")
public record TopicDefinitionBody(
        @Schema(description = "What the data of an event has to be, a JSON Schema; any JSON if it is not given.")
                Object schema,
        @Schema(
                        description = "What comes back of an event.",
                        defaultValue = "out-only",
                        enumeration = {"out-only", "robust-out-only", "out-in", "out-optional-in"})
                String exchange,
        @Schema(
                        description =
                                "When there is enough of what comes back: all, first, quorum:N, idle:DURATION, an object with an operation, or any of these.")
                Object complete,
        @Schema(description = "Fewer replies are a fault.") Integer atLeast,
        @Schema(description = "How long what comes back is waited for, ISO 8601.", defaultValue = "PT1H")
                String deadline,
        @Schema(
                        description =
                                "At most 1000 names of users who may publish, besides whoever runs the topic; * for everybody.",
                        defaultValue = "[]")
                List<String> publishers,
        @Schema(
                        description =
                                "At most 1000 names of users who may subscribe, besides whoever runs the topic; * for everybody.",
                        defaultValue = "[]")
                List<String> subscribers,
        @Schema(description = "How long an event is kept, ISO 8601; parley.topic.retention if it is not given.")
                String retention,
        @Schema(
                        description =
                                "A JSON Pointer into the data: events with the same value there are delivered in their order.")
                String key,
        @Schema(
                        description = "How many subscriptions there may be.",
                        minimum = "1",
                        maximum = "10000",
                        defaultValue = "100")
                Integer maxSubscriptions) {}
