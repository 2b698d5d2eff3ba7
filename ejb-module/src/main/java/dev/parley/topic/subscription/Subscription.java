package dev.parley.topic.subscription;

import dev.parley.definition.Defined;
import java.time.Instant;

/**
 * A subscription as it is defined.
 *
 * @param name its topic and its own name, with a slash between them
 * @param version another after each change, and never the same again
 * @param owner who defined it
 * @param definition what it is like
 * @param updatedAt when it was changed last
 * @param updatedBy who did that
 */
public record Subscription(
        String name, long version, String owner, SubscriptionDefinition definition, Instant updatedAt, String updatedBy)
        implements Defined<SubscriptionDefinition> {

    /** The name of its topic. */
    public String topic() {
        return name.substring(0, name.indexOf('/'));
    }

    /** Its name in the topic. */
    public String label() {
        return name.substring(name.indexOf('/') + 1);
    }
}
