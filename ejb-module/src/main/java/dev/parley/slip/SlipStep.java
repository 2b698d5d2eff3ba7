package dev.parley.slip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.StateJson;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A step of an itinerary.
 *
 * @param operation what is asked for
 * @param arguments what it is asked with, in which <code>{"$": "/variables/x"}</code> stands for a variable
 * @param compensation the operation that undoes it; null for none
 * @param timeout how long it may take; null for what is left of the slip's time
 * @param as the variable that its reply becomes; null for none
 * @param mayRevise whether it may replace the steps after it
 */
public record SlipStep(
        String operation,
        JsonNode arguments,
        @Nullable String compensation,
        @Nullable Duration timeout,
        @Nullable String as,
        boolean mayRevise) {

    /** The step as it travels, and as it was written. */
    ObjectNode toJson() {
        ObjectNode json = StateJson.object().put("operation", operation);
        json.set("arguments", arguments);
        if (compensation != null) {
            json.put("compensation", compensation);
        }
        if (timeout != null) {
            json.put("timeout", timeout.toString());
        }
        if (as != null) {
            json.put("as", as);
        }
        return mayRevise ? json.put("mayRevise", true) : json;
    }
}
