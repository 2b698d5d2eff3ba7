package dev.parley.topic;

import dev.parley.definition.Definitions;
import dev.parley.definition.Precondition;
import dev.parley.definition.Written;
import dev.parley.message.Caller;
import dev.parley.message.Refusal;

/**
 * The topics that there are. Everybody sees them; who may publish to one and subscribe to it, it says; whoever defined
 * it, and operators, change it.
 */
public interface Topics extends Definitions<TopicView> {

    /**
     * Defines a topic, or changes one. Another retention holds for what is published from then on.
     *
     * @param definition JSON text, see {@link TopicDefinitionReader}
     * @throws Refusal {@code body-not-json} or {@code body-invalid} 400, {@code topic-not-yours} 403,
     *     {@code topics-too-many} 409, {@code precondition-failed} 412
     */
    @Override
    Written<TopicView> define(String name, String definition, Precondition expected, Caller caller);

    /**
     * One topic.
     *
     * @throws Refusal {@code topic-unknown} 404
     */
    @Override
    TopicView get(String name, Caller caller);

    /**
     * Deletes a topic that nobody subscribes to, with its events.
     *
     * @throws Refusal {@code topic-unknown} 404, {@code topic-not-yours} 403, {@code topic-in-use} 409,
     *     {@code precondition-failed} 412
     */
    @Override
    void delete(String name, Precondition expected, Caller caller);
}
