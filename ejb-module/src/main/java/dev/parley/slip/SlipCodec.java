package dev.parley.slip;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.StateCodec;
import dev.parley.conversation.StateJson;

/** The form in which the state of a slip that is kept is stored. */
final class SlipCodec implements StateCodec<SlipState> {

    @Override
    public String encode(SlipState state) {
        ObjectNode json = StateJson.object();
        json.set("slip", state.slip().toJson());
        if (state.asked() != null) {
            json.put("asked", state.asked());
        }
        return json.toString();
    }

    @Override
    public SlipState decode(String text) {
        var json = StateJson.read(text);
        if (json.path("slip") instanceof ObjectNode slip) {
            return new SlipState(SlipForm.read(slip), StateJson.text(json, "asked"));
        }
        throw new IllegalArgumentException("A stored slip is none");
    }
}
