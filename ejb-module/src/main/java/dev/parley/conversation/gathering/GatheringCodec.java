package dev.parley.conversation.gathering;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.StateCodec;
import dev.parley.conversation.StateJson;
import dev.parley.conversation.Status;
import dev.parley.message.MessageKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The form in which a gathering is stored. */
public final class GatheringCodec implements StateCodec<Gathering> {

    @Override
    public String encode(Gathering state) {
        ObjectNode json = StateJson.object().put("exchange", state.exchange());
        state.completion().any().forEach(criterion -> json.withArray("any").add(criterion.label()));
        json.put("atLeast", state.completion().atLeast());
        state.expected().forEach(json.putArray("expected")::add);
        json.set(GatheringForm.ANSWERS, GatheringForm.answers(state));
        json.put("ticket", state.ticket()).put("quietSince", state.quietSince().toString());
        json.putObject("decision")
                .put("shown", state.decision().shown())
                .put("asked", state.decision().asked())
                .put("enough", state.decision().enough());
        if (!state.choice().equals(Choice.ALL)) {
            json.setAll(choice(state.choice()));
        }
        if (state.asking()) {
            json.put("asking", true);
        }
        if (state.ended() != null) {
            json.put("ended", state.ended());
        }
        return json.toString();
    }

    @Override
    public Gathering decode(String text) {
        JsonNode json = StateJson.read(text);
        List<Criterion> any = new ArrayList<>();
        json.path("any").forEach(label -> any.add(criterion(label.asText())));
        List<String> expected = new ArrayList<>();
        json.path("expected").forEach(name -> expected.add(name.asText()));
        List<GatheredAnswer> answers = new ArrayList<>();
        json.path(GatheringForm.ANSWERS).forEach(answer -> answers.add(answer(answer)));
        JsonNode decision = json.path("decision");
        return new Gathering(
                StateJson.required(json, "exchange"),
                new Completion(any, json.path("atLeast").asInt()),
                expected,
                answers,
                StateJson.required(json, "ticket"),
                StateJson.instant(json, "quietSince"),
                new Gathering.Deciding(
                        decision.path("shown").asInt(),
                        decision.path("asked").asBoolean(),
                        decision.path("enough").asBoolean()),
                choice(json),
                json.path("asking").asBoolean(),
                StateJson.text(json, "ended"));
    }

    private static Criterion criterion(String label) {
        return Criterion.ofStored(label)
                .orElseThrow(() -> new IllegalArgumentException("A stored gathering has no criterion " + label));
    }

    private static ObjectNode choice(Choice choice) {
        ObjectNode json = StateJson.object()
                .put("take", choice.take().label())
                .put("losers", choice.losers().label());
        if (choice.taken() != null) {
            json.put("taken", choice.taken());
        }
        json.set("undone", StateJson.texts(choice.undone()));
        choice.settled().forEach((name, status) -> json.withObject("/settled").put(name, status.name()));
        return json;
    }

    private static Choice choice(JsonNode json) {
        List<String> undone = new ArrayList<>();
        json.path("undone").forEach(name -> undone.add(name.asText()));
        Map<String, Status> settled = new TreeMap<>();
        json.path("settled")
                .properties()
                .forEach(each -> settled.put(
                        each.getKey(), Status.valueOf(each.getValue().asText())));
        String losers = StateJson.text(json, "losers");
        return new Choice(
                take(StateJson.text(json, "take")),
                losers == null ? Losers.IGNORE : losers(losers),
                StateJson.text(json, "taken"),
                undone,
                settled);
    }

    private static Losers losers(String label) {
        return Losers.of(label)
                .orElseThrow(() -> new IllegalArgumentException("A stored gathering has no losers to " + label));
    }

    private static Take take(@Nullable String label) {
        return label == null
                ? Take.ALL
                : Take.ofStored(label)
                        .orElseThrow(() -> new IllegalArgumentException("A stored gathering takes no " + label));
    }

    private static GatheredAnswer answer(JsonNode json) {
        boolean isReply = json.has("reply");
        return new GatheredAnswer(
                StateJson.required(json, "from"),
                Instant.parse(StateJson.required(json, "at")),
                isReply ? MessageKind.REPLY : MessageKind.FAULT,
                json.path(isReply ? "reply" : "fault"));
    }
}
