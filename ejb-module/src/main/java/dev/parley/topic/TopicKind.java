package dev.parley.topic;

import dev.parley.definition.DefinitionKind;
import dev.parley.message.Problem;
import java.time.Duration;
import java.time.Instant;

/** Topics, as a kind of definitions: everybody sees them, who defined one and operators change it. */
public final class TopicKind implements DefinitionKind<TopicDefinition, Topic> {

    /** The kind as it reads what is stored, which says all that there is. */
    public static final TopicKind STORED = new TopicKind(Duration.ofDays(7));

    private final TopicDefinitionReader reader;

    /** @param retention how long events are kept if a definition does not say */
    public TopicKind(Duration retention) {
        reader = new TopicDefinitionReader(retention);
    }

    @Override
    public String noun() {
        return "topic";
    }

    @Override
    public TopicDefinition read(String name, String text) {
        return reader.read(name, text);
    }

    @Override
    public String text(TopicDefinition definition) {
        return definition.json().toString();
    }

    @Override
    public Topic defined(
            String name, long version, String owner, TopicDefinition definition, Instant updatedAt, String updatedBy) {
        return new Topic(name, version, owner, definition, updatedAt, updatedBy);
    }

    @Override
    public Problem unknown(String name) {
        return TopicProblems.topicUnknown(name);
    }

    @Override
    public Problem notYours(String name) {
        return TopicProblems.topicNotYours(name);
    }

    @Override
    public Problem tooMany(int most) {
        return TopicProblems.topicsTooMany(most);
    }
}
