package dev.parley.slip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.StateJson;
import dev.parley.message.Address;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the form that Parley itself has written a slip in. */
final class SlipForm {

    private SlipForm() {}

    /**
     * The slip of an object.
     *
     * @throws IllegalArgumentException if it is not the form of a slip, or of a version that is not known here
     */
    static Slip read(ObjectNode json) {
        if (json.path("version").asInt() != Slip.VERSION) {
            throw new IllegalArgumentException("It is of version " + json.path("version"));
        }
        Place.Direction direction =
                one(Place.Direction.values(), StateJson.required(json, "direction"), Place.Direction::label);
        Place place = new Place(
                direction, json.path("position").asInt(), json.path("attempt").asInt());
        Slip slip = new Slip(
                head(json),
                list(json.path("itinerary"), SlipForm::step),
                place,
                list(json.path("log"), SlipForm::entry),
                json.path("variables") instanceof ObjectNode variables ? variables : StateJson.object(),
                json.get("fault"));
        int end = place.isBack() ? slip.log().size() : slip.itinerary().size();
        if (place.position() < 0 || place.position() >= end) {
            throw new IllegalArgumentException("It is nowhere");
        }
        return slip;
    }

    private static SlipHead head(JsonNode json) {
        return new SlipHead(
                StateJson.required(json, "slip"),
                StateJson.required(json, "originator"),
                StateJson.required(json, "correlationId"),
                StateJson.instant(json, "expiresAt"),
                json.path("kept").asBoolean(),
                json.has("events") ? events(json.path("events")) : null,
                json.path("hops").asInt());
    }

    private static @Nullable SlipEvents events(JsonNode json) {
        Address to = StateJson.address(json, "to");
        Set<SlipEvents.On> on = EnumSet.noneOf(SlipEvents.On.class);
        json.path("on").forEach(name -> on.add(one(SlipEvents.On.values(), name.asText(), SlipEvents.On::label)));
        return to == null ? null : new SlipEvents(to, on);
    }

    private static SlipStep step(JsonNode json) {
        String timeout = StateJson.text(json, "timeout");
        return new SlipStep(
                StateJson.required(json, "operation"),
                json.path("arguments"),
                StateJson.text(json, "compensation"),
                timeout == null ? null : Duration.parse(timeout),
                StateJson.text(json, "as"),
                json.path("mayRevise").asBoolean());
    }

    private static LogEntry entry(JsonNode json) {
        String compensation = StateJson.text(json, "compensation");
        return new LogEntry(
                json.path("step").asInt(),
                one(LogEntry.Act.values(), StateJson.required(json, "act"), LogEntry.Act::label),
                StateJson.required(json, "operation"),
                StateJson.instant(json, "at"),
                StateJson.required(json, "by"),
                compensation == null ? null : undo(compensation, json.path("undo")),
                StateJson.required(json, "hash"));
    }

    private static LogEntry.Undo undo(String compensation, JsonNode json) {
        JsonNode reply = json.path("reply");
        return new LogEntry.Undo(
                compensation,
                json.has("request") ? json.path("request") : JsonNodeFactory.instance.nullNode(),
                reply.isNull() ? null : reply,
                json.path("outcome").asText().equals("done"));
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> reading) {
        List<T> items = new ArrayList<>();
        array.forEach(item -> items.add(reading.apply(item)));
        return items;
    }

    private static <T> T one(T[] all, String label, Function<T, String> labels) {
        return Arrays.stream(all)
                .filter(each -> labels.apply(each).equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no " + label));
    }
}
