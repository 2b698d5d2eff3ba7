package dev.parley.slip.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.StateJson;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The reply of a step: that of any operation, or of one that knows of slips, and says more.
 *
 * @param reply what undoing it takes, and the variable that it becomes
 * @param variables those that it sets
 * @param terminate whether the steps after it are left out
 * @param itinerary the steps that it wants after it instead; null if it does not say
 */
public record StepReply(JsonNode reply, ObjectNode variables, boolean terminate, @Nullable JsonNode itinerary) {

    private static final Set<String> OF_SLIPS = Set.of("variables", "terminate", "itinerary");
    private static final String REPLY = "reply";

    /** The reply that this is: one that says something of its slip has nothing else in it. */
    public static StepReply of(JsonNode json) {
        boolean knowsSlips = json.isObject()
                && json.properties().stream().allMatch(m -> m.getKey().equals(REPLY) || OF_SLIPS.contains(m.getKey()))
                && json.properties().stream().anyMatch(m -> OF_SLIPS.contains(m.getKey()));
        if (!knowsSlips) {
            return new StepReply(json, StateJson.object(), false, null);
        }
        JsonNode reply = json.get(REPLY);
        return new StepReply(
                reply == null ? StateJson.object() : reply,
                json.path("variables") instanceof ObjectNode variables ? variables : StateJson.object(),
                json.path("terminate").asBoolean(),
                json.hasNonNull("itinerary") ? json.get("itinerary") : null);
    }
}
