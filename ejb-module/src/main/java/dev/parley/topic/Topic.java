package dev.parley.topic;

import dev.parley.definition.Defined;
import dev.parley.message.Caller;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A topic as it is defined.
 *
 * @param name how it is called
 * @param version another after each change, and never the same again
 * @param owner who defined it
 * @param definition what it is like
 * @param updatedAt when it was changed last
 * @param updatedBy who did that
 */
public record Topic(
        String name, long version, String owner, TopicDefinition definition, Instant updatedAt, String updatedBy)
        implements Defined<TopicDefinition> {

    /** True if that caller may publish, who may be unknown. */
    public boolean takesFrom(@Nullable Caller caller) {
        return allows(definition.publishers(), caller);
    }

    /** True if that caller may subscribe. */
    public boolean letsSubscribe(Caller caller) {
        return allows(definition.subscribers(), caller);
    }

    private boolean allows(List<String> users, @Nullable Caller caller) {
        return users.contains(TopicDefinition.ANYBODY)
                || (caller != null && (caller.maySee(owner) || users.contains(caller.name())));
    }
}
