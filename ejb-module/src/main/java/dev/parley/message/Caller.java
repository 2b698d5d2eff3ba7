package dev.parley.message;

import org.jspecify.annotations.Nullable;

/**
 * An authenticated caller.
 *
 * @param name the participant's name
 * @param operator true if the caller sees everything
 */
public record Caller(String name, boolean operator) {

    /** True if the caller may see what belongs to that owner. */
    public boolean maySee(@Nullable String owner) {
        return operator || name.equals(owner);
    }
}
