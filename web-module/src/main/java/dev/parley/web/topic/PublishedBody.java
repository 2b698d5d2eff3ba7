package dev.parley.web.topic;

import dev.parley.topic.event.Published;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An event that was published. */
@Schema(name = "Published")
public record PublishedBody(@Schema(required = true) String topic, @Schema(required = true) String messageId) {

    static PublishedBody of(Published published) {
        return new PublishedBody(published.topic(), published.messageId());
    }
}
