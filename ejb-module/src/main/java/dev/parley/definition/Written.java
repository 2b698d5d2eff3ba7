package dev.parley.definition;

/**
 * The result of writing a definition.
 *
 * @param value as it is now
 * @param change what writing it did
 */
public record Written<T>(T value, Change change) {

    /** The change that writing made. */
    public enum Change {
        CREATED,
        UPDATED,

        /** The same was there, of a kind whose content makes the version. */
        UNCHANGED
    }

    /** True if it was not there before. */
    public boolean created() {
        return change == Change.CREATED;
    }
}
