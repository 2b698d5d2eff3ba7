package dev.parley.web.topic;

import dev.parley.topic.Topic;
import dev.parley.topic.TopicDefinition;
import dev.parley.topic.TopicView;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A topic, and what is in it. */
@Schema(name = "Topic")
public record TopicBody(
        @Schema(required = true) String name,
        @Schema(required = true, description = "Who defined it.") String owner,
        @Schema(description = "Absent if the data may be any JSON.") @Nullable Object schema,
        @Schema(required = true) String exchange,
        @Schema(description = "When there is enough of what comes back; absent if only the deadline ends it.") @Nullable
                String complete,
        @Schema(description = "Fewer replies are a fault; absent where nothing comes back.") @Nullable Integer atLeast,
        @Schema(description = "How long what comes back is waited for; absent where nothing does.") @Nullable
                String deadline,
        @Schema(required = true) List<String> publishers,
        @Schema(required = true) List<String> subscribers,
        @Schema(required = true) String retention,
        @Schema(description = "Absent if events have a key only where they say so.") @Nullable String key,
        @Schema(required = true) Integer maxSubscriptions,
        @Schema(required = true) Instant updatedAt,
        @Schema(required = true) String updatedBy,
        @Schema(required = true, description = "The number of its last event; 0 if there was none.") Long sequence,
        @Schema(required = true, description = "How many subscriptions it has.") Integer subscriptions,
        @Schema(description = "When the event was published that is kept longest; absent if there is none.") @Nullable
                Instant oldest) {

    static TopicBody of(TopicView view) {
        Topic topic = view.topic();
        TopicDefinition definition = topic.definition();
        return new TopicBody(
                topic.name(),
                topic.owner(),
                json(definition.schemaText()),
                definition.exchange().label(),
                complete(definition),
                definition.exchange().answers() ? definition.completion().atLeast() : null,
                definition.exchange().answers() ? definition.deadline().toString() : null,
                definition.publishers(),
                definition.subscribers(),
                definition.retention().toString(),
                definition.key(),
                definition.maxSubscriptions(),
                topic.updatedAt(),
                topic.updatedBy(),
                view.sequence(),
                view.subscriptions(),
                view.oldest());
    }

    private static @Nullable String complete(TopicDefinition definition) {
        String label = definition.completion().label();
        return label.isEmpty() ? null : label;
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
