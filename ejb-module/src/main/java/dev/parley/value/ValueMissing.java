package dev.parley.value;

import com.fasterxml.jackson.core.JsonPointer;

/** Thrown where a pointer finds nothing, and something is needed. */
public final class ValueMissing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String pointer;

    public ValueMissing(JsonPointer pointer) {
        super("Nothing is at " + pointer);
        this.pointer = pointer.toString();
    }

    /** The pointer. */
    public String pointer() {
        return pointer;
    }
}
