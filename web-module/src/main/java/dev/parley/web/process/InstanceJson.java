package dev.parley.web.process;

import dev.parley.conversation.Conversation;
import dev.parley.process.InstanceView;
import dev.parley.process.state.ProcessState;
import dev.parley.process.state.StepState;
import dev.parley.web.ActionJson;
import dev.parley.web.JsonValues;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Instances as JSON: where their steps stand, and what may be done with them now. */
final class InstanceJson {

    private InstanceJson() {}

    static JsonObject of(InstanceView view) {
        Conversation conversation = view.conversation();
        ProcessState state = view.state();
        JsonArrayBuilder steps = Json.createArrayBuilder();
        state.steps().values().forEach(step -> steps.add(step(step)));
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("conversationId", conversation.id())
                .add("process", conversation.operation())
                .add("version", state.version())
                .add("status", conversation.status().name())
                .add("paused", state.flags().paused())
                .add("overdue", state.flags().overdue())
                .add("pastPivot", state.flags().pivoted())
                .add("deadline", JsonValues.time(state.deadline()))
                .add("steps", steps)
                .add("actions", ActionJson.of("conversations/" + conversation.id(), view.actions()));
        String waitsFor = conversation.status().isFinal() ? null : state.waitsFor();
        add(json, "waitsFor", waitsFor);
        return json.build();
    }

    private static JsonObjectBuilder step(StepState step) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("step", step.id().toString())
                .add("status", step.status().name())
                .add("since", JsonValues.time(step.since()))
                .add("etag", step.etag());
        add(json, "operation", step.kept().operation());
        add(json, "compensation", step.kept().compensation());
        add(json, "stuck", step.work().stuck());
        add(json, "detail", step.detail());
        return add(json, "until", step.work().due());
    }

    private static void add(JsonObjectBuilder json, String name, @Nullable String value) {
        if (value != null) {
            json.add(name, value);
        }
    }

    private static JsonObjectBuilder add(JsonObjectBuilder json, String name, @Nullable Instant value) {
        return value == null ? json : json.add(name, JsonValues.time(value));
    }
}
