package dev.parley.slip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.StateJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A slip: a message with its route, what has been done on it, and where on it it is.
 *
 * @param head what does not change
 * @param itinerary the steps, in order
 * @param place where it is
 * @param log what was done and undone, in order
 * @param variables what arguments can point at
 * @param fault why it goes back; null if it goes forth
 */
public record Slip(
        SlipHead head,
        List<SlipStep> itinerary,
        Place place,
        List<LogEntry> log,
        ObjectNode variables,
        @Nullable JsonNode fault) {

    /** The version of the form that slips travel in. */
    static final int VERSION = 1;

    public Slip {
        itinerary = List.copyOf(itinerary);
        log = List.copyOf(log);
    }

    /** A slip at the beginning of its route. */
    public static Slip start(SlipHead head, SlipOrder order) {
        return new Slip(head, order.itinerary(), Place.START, List.of(), order.variables(), null);
    }

    /** Its id. */
    public String id() {
        return head.id();
    }

    /** True if it is not to begin another step. */
    public boolean isExpired(Instant now) {
        return !place.isBack() && !now.isBefore(head.expiresAt());
    }

    /** The same slip, which is kept from now on. */
    public Slip keep() {
        return new Slip(head.keep(), itinerary, place, log, variables, fault);
    }

    Slip at(Place other) {
        return new Slip(head, itinerary, other, log, variables, fault);
    }

    Slip with(ObjectNode others) {
        return new Slip(head, itinerary, place, log, others, fault);
    }

    Slip goingBack(Place other, JsonNode why) {
        return new Slip(head, itinerary, other, log, variables, why);
    }

    /** The same slip with other steps after the one that it is at. */
    Slip revised(List<SlipStep> remainder) {
        List<SlipStep> steps = new ArrayList<>(itinerary.subList(0, place.position() + 1));
        steps.addAll(remainder);
        return new Slip(head, steps, place, log, variables, fault);
    }

    Slip logged(int step, LogEntry.Act act, String operation, Instant at, String by, LogEntry.@Nullable Undo undo) {
        List<LogEntry> longer = new ArrayList<>(log);
        longer.add(LogEntry.after(lastHash(), step, act, operation, at, by, undo));
        return new Slip(head, itinerary, place, longer, variables, fault);
    }

    private String lastHash() {
        return log.isEmpty() ? id() : log.get(log.size() - 1).hash();
    }

    /** Whether no entry of the log was changed, left out or added by somebody else. */
    boolean isLogWhole() {
        String before = id();
        for (LogEntry entry : log) {
            if (!entry.hash().equals(entry.hashAfter(before))) {
                return false;
            }
            before = entry.hash();
        }
        return true;
    }

    /** The slip as it travels, but for its seal. */
    public ObjectNode toJson() {
        ObjectNode json = StateJson.object()
                .put("slip", id())
                .put("version", VERSION)
                .put("originator", head.originator())
                .put("correlationId", head.correlationId())
                .put("expiresAt", head.expiresAt().toString())
                .put("kept", head.kept())
                .put("hops", head.hops());
        if (head.events() != null) {
            json.set("events", head.events().toJson());
        }
        var steps = json.putArray("itinerary");
        itinerary.forEach(step -> steps.add(step.toJson()));
        json.put("position", place.position())
                .put("direction", place.direction().label());
        if (place.attempt() > 0) {
            json.put("attempt", place.attempt());
        }
        var entries = json.putArray("log");
        log.forEach(entry -> entries.add(entry.toJson()));
        json.set("variables", variables);
        if (fault != null) {
            json.set("fault", fault);
        }
        return json;
    }

    /** The JSON text of it, as it travels, but for its seal. */
    public String text() {
        return toJson().toString();
    }

    /** The bytes that it takes, without its seal. */
    int size() {
        return toJson().toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
