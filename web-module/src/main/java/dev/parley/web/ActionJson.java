package dev.parley.web;

import dev.parley.conversation.Action;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** What may be done with a conversation, as JSON: where to send it, relative to the root of the API. */
public final class ActionJson {

    /** With others nothing but a reason is said. */
    private static final String CONVERSATIONS = "conversations/";

    private ActionJson() {}

    /**
     * An array of all.
     *
     * @param resource what they are done with, such as {@code conversations/ID}
     */
    public static JsonArray of(String resource, List<Action> actions) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        actions.forEach(action -> array.add(action(resource, action)));
        return array.build();
    }

    private static JsonObjectBuilder action(String resource, Action action) {
        String at = action.step() == null ? "" : "/steps/" + action.step();
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("name", action.name())
                .add("method", "POST")
                .add("href", resource + at + "/" + action.name());
        if (action.force()) {
            json.add("force", true);
        }
        if (action.etag() != null) {
            json.add("etag", action.etag());
        }
        json.add("schema", resource.startsWith(CONVERSATIONS) ? ActionSchema.of(action) : ActionSchema.ofReason());
        return action.until() == null ? json : json.add("until", JsonValues.time(action.until()));
    }
}
