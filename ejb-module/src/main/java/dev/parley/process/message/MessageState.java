package dev.parley.process.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.PatternState;
import dev.parley.conversation.StateCodec;
import dev.parley.conversation.StateJson;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a message to a process.
 *
 * @param instance the conversation of the instance that it is for; null if the sender has named none
 */
record MessageState(@Nullable String instance) implements PatternState {

    /** The form in which it is stored. */
    static final class Codec implements StateCodec<MessageState> {

        @Override
        public String encode(MessageState state) {
            var json = StateJson.object();
            return (state.instance() == null ? json : json.put("instance", state.instance())).toString();
        }

        @Override
        public MessageState decode(String text) {
            JsonNode json = StateJson.read(text);
            return new MessageState(StateJson.text(json, "instance"));
        }
    }
}
