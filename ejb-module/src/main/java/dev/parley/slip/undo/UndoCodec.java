package dev.parley.slip.undo;

import dev.parley.conversation.StateCodec;
import dev.parley.conversation.StateJson;

/** The form in which requests to undo slips are stored. */
final class UndoCodec implements StateCodec<UndoState> {

    private static final String SLIP = "slip";

    @Override
    public String encode(UndoState state) {
        return StateJson.object().put(SLIP, state.slip()).toString();
    }

    @Override
    public UndoState decode(String json) {
        return new UndoState(StateJson.required(StateJson.read(json), SLIP));
    }
}
