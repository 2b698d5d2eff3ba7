package dev.parley.simulation.errand;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.PatternState;
import dev.parley.conversation.StateCodec;
import dev.parley.conversation.StateJson;
import java.util.ArrayList;
import java.util.List;

/**
 * How far an errand has come.
 *
 * @param operations what is asked for, one after the other
 * @param answers what came back, in order
 * @param faults whether any of it is a fault
 */
public record Errand(List<String> operations, List<String> answers, boolean faults) implements PatternState {

    public Errand {
        operations = List.copyOf(operations);
        answers = List.copyOf(answers);
    }

    Errand answered(String answer, boolean fault) {
        List<String> more = new ArrayList<>(answers);
        more.add(answer);
        return new Errand(operations, more, faults || fault);
    }

    boolean isDone() {
        return answers.size() == operations.size();
    }

    static final class Codec implements StateCodec<Errand> {

        @Override
        public String encode(Errand errand) {
            ObjectNode json = StateJson.object().put("faults", errand.faults());
            errand.operations().forEach(json.putArray("operations")::add);
            errand.answers().forEach(json.putArray("answers")::add);
            return json.toString();
        }

        @Override
        public Errand decode(String text) {
            JsonNode json = StateJson.read(text);
            return new Errand(
                    texts(json.get("operations")),
                    texts(json.get("answers")),
                    json.path("faults").asBoolean());
        }

        private static List<String> texts(JsonNode array) {
            List<String> texts = new ArrayList<>();
            ((ArrayNode) array).forEach(text -> texts.add(text.asText()));
            return texts;
        }
    }
}
