package dev.parley.web.topic;

import dev.parley.message.Page;
import dev.parley.topic.TopicView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of topics. */
@Schema(name = "Topics")
public record TopicsBody(
        @Schema(required = true, description = "By name.") List<TopicBody> topics,
        @Schema(description = "The cursor of the next page; absent on the last.") @Nullable String next) {

    static TopicsBody of(Page<TopicView> page) {
        return new TopicsBody(page.map(TopicBody::of).items(), page.next());
    }
}
