package dev.parley.process.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.StateJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form in which a step is stored. What is as at its beginning is left out. */
final class StepCodec {

    private StepCodec() {}

    static ObjectNode encode(StepState step) {
        ObjectNode json = StateJson.object()
                .put("id", step.id().toString())
                .put("status", step.status().name())
                .put("version", step.version())
                .put("since", step.since().toString());
        if (step.order() != 0) {
            json.put("order", step.order());
        }
        if (!step.asks().equals(Asks.NONE)) {
            asks(json.putArray("asks"), step.asks());
        }
        work(json, step.work());
        kept(json, step.kept());
        if (step.block() != null) {
            json.set("block", block(step.block()));
        }
        return json;
    }

    private static void asks(ArrayNode json, Asks asks) {
        json.add(asks.forward()).add(asks.outcome()).add(asks.undo());
        if (asks.forwardBefore() != 0 || asks.undoBefore() != 0) {
            json.add(asks.forwardBefore()).add(asks.undoBefore());
        }
    }

    private static void work(ObjectNode json, StepWork work) {
        if (work.phase() != Phase.FORWARD) {
            json.put("phase", work.phase().name());
        }
        text(json, "asked", work.asked());
        if (work.attempt() != 0) {
            json.put("attempt", work.attempt());
        }
        text(json, "due", work.due());
        text(json, "until", work.until());
        text(json, "stuck", work.stuck());
        if (work.barred()) {
            json.put("barred", true);
        }
    }

    private static void kept(ObjectNode json, StepRecord kept) {
        text(json, "operation", kept.operation());
        text(json, "compensation", kept.compensation());
        if (kept.undoesItself()) {
            json.put("undoesItself", true);
        }
        node(json, "input", kept.input());
        node(json, "reply", kept.reply());
        node(json, "fault", kept.fault());
        node(json, "undone", kept.undone());
        node(json, "edited", kept.edited());
    }

    private static ObjectNode block(Block block) {
        ObjectNode json = StateJson.object();
        if (block.chosen() >= 0) {
            json.put("chosen", block.chosen());
        }
        if (!block.items().isEmpty()) {
            json.putArray("items").addAll(block.items());
        }
        if (!block.winners().isEmpty()) {
            block.winners().forEach(json.putArray("winners")::add);
        }
        if (!block.lost().isEmpty()) {
            block.lost().forEach(json.putArray("lost")::add);
        }
        node(json, "failure", block.failure());
        return json;
    }

    private static void text(ObjectNode json, String member, @Nullable Object value) {
        if (value != null) {
            json.put(member, value.toString());
        }
    }

    private static void node(ObjectNode json, String member, @Nullable JsonNode value) {
        if (value != null) {
            json.set(member, value);
        }
    }

    static StepState decode(JsonNode json) {
        return new StepState(
                StepId.of(StateJson.required(json, "id")),
                StepStatus.valueOf(StateJson.required(json, "status")),
                json.path("version").asInt(),
                StateJson.instant(json, "since"),
                json.path("order").asInt(),
                new Asks(
                        json.path("asks").path(0).asInt(),
                        json.path("asks").path(1).asInt(),
                        json.path("asks").path(2).asInt(),
                        json.path("asks").path(3).asInt(),
                        json.path("asks").path(4).asInt()),
                work(json),
                new StepRecord(
                        StateJson.text(json, "operation"),
                        StateJson.text(json, "compensation"),
                        json.path("undoesItself").asBoolean(),
                        json.get("input"),
                        json.get("reply"),
                        json.get("fault"),
                        json.get("undone"),
                        json.get("edited")),
                json.has("block") ? block(json.get("block")) : null);
    }

    private static StepWork work(JsonNode json) {
        return new StepWork(
                Phase.valueOf(json.path("phase").asText(Phase.FORWARD.name())),
                StateJson.text(json, "asked"),
                json.path("attempt").asInt(),
                instant(json, "due"),
                instant(json, "until"),
                StateJson.text(json, "stuck"),
                json.path("barred").asBoolean());
    }

    private static Block block(JsonNode json) {
        List<JsonNode> items = new ArrayList<>();
        json.path("items").forEach(items::add);
        List<Integer> winners = new ArrayList<>();
        json.path("winners").forEach(w -> winners.add(w.asInt()));
        List<Integer> lost = new ArrayList<>();
        json.path("lost").forEach(l -> lost.add(l.asInt()));
        return new Block(json.path("chosen").asInt(-1), items, winners, lost, json.get("failure"));
    }

    private static @Nullable Instant instant(JsonNode json, String member) {
        return json.has(member) ? StateJson.instant(json, member) : null;
    }
}
