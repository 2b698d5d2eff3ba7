package dev.parley.turn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.StateCodec;
import dev.parley.conversation.StateJson;
import dev.parley.conversation.TurnState;
import org.jspecify.annotations.Nullable;

/**
 * The state of a conversation in turns. Its current request is that of the last turn; while the next is awaited the
 * deadline is that turn's.
 *
 * @param number the last turn that was taken; 0 if none was yet
 * @param awaiting true if it has been answered, and the next one is awaited
 * @param state what the operation wants to know in the next turn, JSON text; null for nothing
 */
public record Turns(int number, boolean awaiting, @Nullable String state) implements TurnState {

    /** Nobody has taken the first turn yet. */
    static final Turns NONE = new Turns(0, true, null);

    /** The next one is taken. */
    Turns taken() {
        return new Turns(next(), false, state);
    }

    /** The last one was answered, and another is awaited. */
    Turns answered(@Nullable String kept) {
        return new Turns(number, true, kept);
    }

    /**
     * The form in which it is stored; what the operation keeps is a text in it, so that not a character of it changes.
     */
    static final class Codec implements StateCodec<Turns> {

        @Override
        public String encode(Turns turns) {
            ObjectNode json = StateJson.object().put("number", turns.number()).put("awaiting", turns.awaiting());
            return (turns.state() == null ? json : json.put("state", turns.state())).toString();
        }

        @Override
        public Turns decode(String text) {
            JsonNode json = StateJson.read(text);
            return new Turns(
                    json.path("number").asInt(), json.path("awaiting").asBoolean(), StateJson.text(json, "state"));
        }
    }
}
