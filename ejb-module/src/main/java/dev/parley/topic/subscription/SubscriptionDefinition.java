package dev.parley.topic.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.message.Address;
import dev.parley.message.Backoff;
import org.jspecify.annotations.Nullable;

/**
 * The definition of a subscription: what it is to be like.
 *
 * @param to where events go
 * @param filter which of them do; null for all
 * @param from with which it begins
 * @param retry the pauses after an event could not be delivered
 * @param maxDeliveries how often one is tried at most
 * @param onExhausted what becomes of it then
 */
public record SubscriptionDefinition(
        Address to, @Nullable JsonNode filter, Start from, Backoff retry, int maxDeliveries, OnExhausted onExhausted) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The same, whose events go there. */
    public SubscriptionDefinition goingTo(Address other) {
        return new SubscriptionDefinition(other, filter, from, retry, maxDeliveries, onExhausted);
    }

    /** The text of the filter; null if there is none. */
    public @Nullable String filterText() {
        return filter == null ? null : filter.toString();
    }

    /** The definition with all its fields, as {@link SubscriptionDefinitionReader} reads it. */
    public ObjectNode json() {
        ObjectNode json = JSON.createObjectNode().put("to", to.toString());
        if (filter != null) {
            json.set("filter", filter);
        }
        json.put("from", from.toString());
        json.putObject("retry")
                .put("backoff", retry.first().toString())
                .put("maximum", retry.longest().toString());
        return json.put("maxDeliveries", maxDeliveries).put("onExhausted", onExhausted.label());
    }
}
