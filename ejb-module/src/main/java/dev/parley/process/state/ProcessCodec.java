package dev.parley.process.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.StateCodec;
import dev.parley.conversation.StateJson;
import dev.parley.message.Address;
import dev.parley.process.state.ProcessState.Flags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The form in which an instance is stored: one JSON text. */
public final class ProcessCodec implements StateCodec<ProcessState> {

    /** What is kept of bodies stays as it came, down to the digits. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    @Override
    public String encode(ProcessState state) {
        ObjectNode json = StateJson.object()
                .put("version", state.version())
                .put("deadline", state.deadline().toString())
                .put("done", state.done())
                .put("size", state.size())
                .put("notices", state.notices());
        json.set("request", state.request());
        state.attributes().forEach(json.putObject("attributes")::put);
        state.wanted().stream().sorted().forEach(json.putArray("notify")::add);
        flags(json, state.flags());
        if (state.undoing() != null) {
            json.set("undoing", undoing(state.undoing()));
        }
        state.messages().forEach(m -> json.withArray("messages").add(message(m)));
        if (!state.lineage().equals(Lineage.NONE)) {
            json.set("lineage", lineage(state.lineage()));
        }
        var steps = json.putArray("steps");
        state.steps().values().forEach(s -> steps.add(StepCodec.encode(s)));
        return json.toString();
    }

    private static ObjectNode message(KeptMessage message) {
        ObjectNode json = StateJson.object().put("name", message.name()).put("id", message.id());
        if (message.user() != null) {
            json.put("user", message.user());
        }
        message.roles().stream().sorted().forEach(json.withArray("roles")::add);
        return json.set("body", message.body());
    }

    private static KeptMessage message(JsonNode json) {
        Set<String> roles = new HashSet<>();
        json.path("roles").forEach(role -> roles.add(role.asText()));
        return new KeptMessage(
                StateJson.required(json, "name"),
                StateJson.required(json, "id"),
                StateJson.text(json, "user"),
                roles,
                json.path("body"));
    }

    private static void flags(ObjectNode json, Flags flags) {
        json.put("paused", flags.paused())
                .put("overdue", flags.overdue())
                .put("pivoted", flags.pivoted())
                .put("answered", flags.answered());
    }

    private static ObjectNode undoing(Undoing undoing) {
        ObjectNode json = StateJson.object()
                .put("cause", undoing.cause().name())
                .put("at", undoing.at().toString())
                .put("forced", undoing.forced());
        UndoWaiter tell = undoing.tell();
        if (tell != null) {
            json.put("tell", tell.key());
        }
        if (tell != null && tell.address() != null) {
            json.put("tellAt", tell.address().toStored());
        }
        return json.set("fault", undoing.fault());
    }

    @Override
    public ProcessState decode(String text) {
        JsonNode json = read(text);
        Map<String, StepState> steps = new LinkedHashMap<>();
        json.path("steps").forEach(s -> {
            StepState step = StepCodec.decode(s);
            steps.put(step.id().toString(), step);
        });
        List<KeptMessage> messages = new ArrayList<>();
        json.path("messages").forEach(m -> messages.add(message(m)));
        Set<String> notify = new HashSet<>();
        json.path("notify").forEach(n -> notify.add(n.asText()));
        Map<String, String> attributes = new HashMap<>();
        json.path("attributes")
                .properties()
                .forEach(a -> attributes.put(a.getKey(), a.getValue().asText()));
        return new ProcessState(
                json.path("version").asInt(),
                json.path("request"),
                attributes,
                steps,
                StateJson.instant(json, "deadline"),
                new Flags(
                        json.path("paused").asBoolean(),
                        json.path("overdue").asBoolean(),
                        json.path("pivoted").asBoolean(),
                        json.path("answered").asBoolean()),
                undoing(json.get("undoing")),
                messages,
                notify,
                json.path("done").asInt(),
                json.path("size").asInt(),
                json.path("notices").asInt(),
                lineage(json.path("lineage")));
    }

    private static ObjectNode lineage(Lineage lineage) {
        ObjectNode json = StateJson.object();
        new TreeMap<>(lineage.origins()).forEach(json.withObject("/origins")::put);
        return lineage.successor() == null ? json : json.put("successor", lineage.successor());
    }

    private static Lineage lineage(JsonNode json) {
        Map<String, String> origins = new HashMap<>();
        json.path("origins")
                .properties()
                .forEach(o -> origins.put(o.getKey(), o.getValue().asText()));
        return new Lineage(origins, StateJson.text(json, "successor"));
    }

    private static JsonNode read(String text) {
        try {
            JsonNode json = MAPPER.readTree(text);
            if (json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A stored process is no JSON object", e);
        }
        throw new IllegalArgumentException("A stored process is no JSON object");
    }

    private static @Nullable Undoing undoing(@Nullable JsonNode json) {
        return json == null
                ? null
                : new Undoing(
                        Undoing.Cause.valueOf(StateJson.required(json, "cause")),
                        json.path("fault"),
                        StateJson.instant(json, "at"),
                        json.path("forced").asBoolean(),
                        waiter(json));
    }

    private static @Nullable UndoWaiter waiter(JsonNode json) {
        String key = StateJson.text(json, "tell");
        String address = StateJson.text(json, "tellAt");
        return key == null
                ? null
                : new UndoWaiter(
                        key,
                        address == null ? null : Address.parseStored(address).orElseThrow());
    }
}
