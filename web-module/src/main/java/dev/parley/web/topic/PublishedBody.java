package dev.parley.web.topic;

import dev.parley.topic.event.Published;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An event that was published. */
@Schema(name = "Published")
public record PublishedBody(
        @Schema(required = true) String topic,
        @Schema(required = true) String messageId,
        @Schema(description = "The conversation that gathers what comes back; absent where nothing does.") @Nullable
                String conversationId) {

    static PublishedBody of(Published published) {
        return new PublishedBody(published.topic(), published.messageId(), published.conversationId());
    }
}
