package dev.parley.topic.subscription;

import dev.parley.definition.DefinitionKind;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import dev.parley.topic.TopicProblems;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Subscriptions, as a kind of definitions: others than its owner, operators and who runs the topic see nothing of one.
 */
public final class SubscriptionKind implements DefinitionKind<SubscriptionDefinition, Subscription> {

    /** The one instance. */
    public static final SubscriptionKind SUBSCRIPTIONS = new SubscriptionKind();

    private static final Pattern NAMES = Pattern.compile("[A-Za-z0-9._-]{1,100}/(?!\\.{1,2}$)[A-Za-z0-9._-]{1,100}");

    private SubscriptionKind() {}

    @Override
    public String noun() {
        return "subscription";
    }

    @Override
    public Pattern names() {
        return NAMES;
    }

    @Override
    public SubscriptionDefinition read(String name, String text) {
        return SubscriptionDefinitionReader.read(name, text);
    }

    @Override
    public String text(SubscriptionDefinition definition) {
        return definition.json().put("to", definition.to().toStored()).toString();
    }

    @Override
    public SubscriptionDefinition stored(String name, String text) {
        try {
            return SubscriptionDefinitionReader.readStored(name, text);
        } catch (Refusal e) {
            throw new IllegalStateException("The definition of subscription '" + name + "' cannot be read", e);
        }
    }

    @Override
    public Subscription defined(
            String name,
            long version,
            String owner,
            SubscriptionDefinition definition,
            Instant updatedAt,
            String updatedBy) {
        return new Subscription(name, version, owner, definition, updatedAt, updatedBy);
    }

    @Override
    public Problem unknown(String name) {
        return TopicProblems.subscriptionUnknown(name.substring(name.indexOf('/') + 1));
    }

    @Override
    public boolean isHidden() {
        return true;
    }
}
