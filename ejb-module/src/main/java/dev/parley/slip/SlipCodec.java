package dev.parley.slip;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.StateCodec;
import dev.parley.conversation.StateJson;
import java.util.ArrayList;
import java.util.List;

/** The form in which the state of a slip that is kept is stored. */
final class SlipCodec implements StateCodec<SlipState> {

    private static final String ASKED = "asked";
    private static final String RECALLED_BY = "recalledBy";
    private static final String LOST_AFTER = "lostAfter";

    @Override
    public String encode(SlipState state) {
        ObjectNode json = StateJson.object();
        json.set("slip", state.slip().toJson());
        if (state.asked() != null) {
            json.put(ASKED, state.asked());
        }
        if (!state.recalledBy().isEmpty()) {
            var recalling = json.putArray(RECALLED_BY);
            state.recalledBy().forEach(recalling::add);
        }
        if (state.lostAfter() != null) {
            json.put(LOST_AFTER, state.lostAfter().toString());
        }
        return json.toString();
    }

    @Override
    public SlipState decode(String text) {
        var json = StateJson.read(text);
        if (json.path("slip") instanceof ObjectNode slip) {
            List<String> recalling = new ArrayList<>();
            json.path(RECALLED_BY).forEach(each -> recalling.add(each.asText()));
            return new SlipState(
                    SlipForm.read(slip),
                    StateJson.text(json, ASKED),
                    recalling,
                    json.has(LOST_AFTER) ? StateJson.instant(json, LOST_AFTER) : null);
        }
        throw new IllegalArgumentException("A stored slip is none");
    }
}
