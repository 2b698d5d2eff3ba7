package dev.parley.conversation;

/** The form in which a pattern's state is stored: JSON text, which a later version of the pattern has to understand. */
public interface StateCodec<S extends PatternState> {

    /** The JSON text of a state. */
    String encode(S state);

    /**
     * The state that a JSON text stands for. Members that it does not know are left out.
     *
     * @throws IllegalArgumentException if it is not the text of a state
     */
    S decode(String json);
}
