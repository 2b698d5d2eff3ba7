package dev.parley.web;

import dev.parley.conversation.Action;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;

/** What is said with an action, as JSON Schema: of it a form can be made. */
final class ActionSchema {

    private static final String REASON = "reason";
    private static final JsonObject TEXT =
            Json.createObjectBuilder().add("type", "string").build();
    private static final JsonObject OBJECT =
            Json.createObjectBuilder().add("type", "object").build();
    private static final JsonObject ALWAYS =
            Json.createObjectBuilder().add("const", true).build();

    /** What besides the reason may be said; by the names of actions. */
    private static final Map<String, Map<String, JsonValue>> MEMBERS = Map.of(
            "retry", Map.of("input", JsonValue.TRUE),
            "skip", Map.of("reply", JsonValue.TRUE),
            "resolve", Map.of("reply", JsonValue.TRUE, "fault", OBJECT),
            "replace", Map.of("operation", TEXT, "input", JsonValue.TRUE),
            "rerun", Map.of("from", TEXT));

    /** What besides the reason has to be said. */
    private static final Map<String, List<String>> NEEDED =
            Map.of("replace", List.of("operation"), "rerun", List.of("from"));

    private ActionSchema() {}

    /** That of an action of which nothing but the reason is said. */
    static JsonObject ofReason() {
        return Json.createObjectBuilder()
                .add("type", "object")
                .add("properties", Json.createObjectBuilder().add(REASON, TEXT))
                .add("required", Json.createArrayBuilder().add(REASON))
                .build();
    }

    static JsonObject of(Action action) {
        JsonObjectBuilder members = Json.createObjectBuilder().add(REASON, TEXT);
        MEMBERS.getOrDefault(action.name(), Map.of()).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(member -> members.add(member.getKey(), member.getValue()));
        var needed = Json.createArrayBuilder();
        if (action.force()) {
            members.add("force", ALWAYS);
            needed.add("force");
        }
        if (action.force() || !action.name().equals(Action.CANCEL.name())) {
            needed.add(REASON);
        }
        NEEDED.getOrDefault(action.name(), List.of()).forEach(needed::add);
        return Json.createObjectBuilder()
                .add("type", "object")
                .add("properties", members)
                .add("required", needed)
                .build();
    }
}
