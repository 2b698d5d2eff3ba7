package dev.parley.value;

import com.fasterxml.jackson.core.JsonPointer;

/** Thrown where a value is needed, and there is none. */
public final class ValueMissing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why there is none. */
    public enum Reason {
        /** A pointer finds nothing. */
        NOTHING_THERE,
        /** The application's code that makes it is not deployed any more. */
        MAPPING_GONE,
        /** The application's code that makes it has thrown. */
        MAPPING_FAILED
    }

    /** Nothing is at a pointer. */
    public ValueMissing(JsonPointer pointer) {
        this(Reason.NOTHING_THERE, "Nothing is at " + pointer);
    }

    /** There is none for a reason. */
    public ValueMissing(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Why there is none. */
    public Reason reason() {
        return reason;
    }
}
