package dev.parley.conversation;

import org.jspecify.annotations.Nullable;

/**
 * Where a conversation stands whose operation takes turns.
 *
 * @param number the last turn that was taken; 0 if none was yet
 * @param awaiting whether it has been answered, and the next one is awaited
 * @param state what the operation wants to know in the next turn, JSON text; null for nothing
 * @param requestAt where the request of the last turn is in the journal; 0 if there is none
 */
public record Turns(int number, boolean awaiting, @Nullable String state, int requestAt) {

    /** Nobody has taken the first turn yet. */
    public static final Turns NONE = new Turns(0, true, null, 0);

    /** The turn that comes after the last one that was taken. */
    public int next() {
        return number + 1;
    }

    /** The turn that whatever is sent now belongs to: the one that is worked on, or else the one that is awaited. */
    public int current() {
        return awaiting ? next() : number;
    }

    /** The next one is taken, with its request at that place of the journal. */
    Turns taken(int sequence) {
        return new Turns(next(), false, state, sequence);
    }

    /** The last one was answered, and another is awaited. */
    Turns answered(@Nullable String kept) {
        return new Turns(number, true, kept, requestAt);
    }
}
