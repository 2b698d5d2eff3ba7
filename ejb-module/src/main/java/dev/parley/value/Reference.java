package dev.parley.value;

import com.fasterxml.jackson.core.JsonPointer;

/**
 * A pointer in a definition.
 *
 * @param pointer what it points at
 * @param at where it stands in the definition, as a JSON Pointer
 * @param optional whether it may find nothing, as in a condition
 */
public record Reference(JsonPointer pointer, String at, boolean optional) {

    /** The first member of its path; empty for none. */
    public String root() {
        return pointer.matches() ? "" : pointer.getMatchingProperty();
    }

    /** The second member of its path; empty for none. */
    public String second() {
        JsonPointer rest = pointer.matches() ? pointer : pointer.tail();
        return rest == null || rest.matches() ? "" : rest.getMatchingProperty();
    }

    /** The third member of its path; empty for none. */
    public String third() {
        JsonPointer rest = second().isEmpty() ? null : pointer.tail().tail();
        return rest == null || rest.matches() ? "" : rest.getMatchingProperty();
    }
}
