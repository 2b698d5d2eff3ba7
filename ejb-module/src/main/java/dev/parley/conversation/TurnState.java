package dev.parley.conversation;

import org.jspecify.annotations.Nullable;

/** The state of a pattern whose conversations go on in turns: each has a request, and work, of its own. */
public interface TurnState extends PatternState {

    /** The last turn that was taken; 0 if none was yet. */
    int number();

    /** True if it has been answered, and the next one is awaited. */
    boolean awaiting();

    /** The state that the operation wants to have in the next turn, JSON text; null for nothing. */
    @Nullable
    String state();

    /** The turn that comes after the last one that was taken. */
    default int next() {
        return number() + 1;
    }

    /** The turn that whatever is sent now belongs to: the one that is worked on, or else the one that is awaited. */
    default int current() {
        return awaiting() ? next() : number();
    }
}
