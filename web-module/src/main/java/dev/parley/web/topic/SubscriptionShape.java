package dev.parley.web.topic;

import dev.parley.definition.DefinitionKind;
import dev.parley.message.Caller;
import dev.parley.topic.subscription.SubscriptionKind;
import dev.parley.topic.subscription.SubscriptionView;
import dev.parley.web.BoundedText;
import dev.parley.web.DefinitionShape;
import dev.parley.web.PathName;
import dev.parley.web.RecordJson;
import jakarta.json.JsonObject;

/**
 * Subscriptions of a topic over HTTP.
 *
 * @param topic the topic
 */
record SubscriptionShape(String topic) implements DefinitionShape<SubscriptionView> {

    @Override
    public DefinitionKind<?, ?> kind() {
        return SubscriptionKind.SUBSCRIPTIONS;
    }

    @Override
    public String path() {
        return "topics/" + topic + "/subscriptions";
    }

    @Override
    public BoundedText text() {
        return new BoundedText(64 * 1024);
    }

    @Override
    public String name(SubscriptionView shown) {
        return shown.standing().subscription().label();
    }

    @Override
    public Long version(SubscriptionView shown) {
        return shown.standing().subscription().version();
    }

    @Override
    public JsonObject body(SubscriptionView shown, Caller caller) {
        return RecordJson.of(SubscriptionBody.seen(shown));
    }

    @Override
    public String there(String name) {
        return PathName.of(kind(), topic + "/" + name);
    }

    @Override
    public String made(String name) {
        return PathName.ofNew(kind(), topic + "/" + name);
    }
}
