package dev.parley.renewal;

import dev.parley.conversation.Caller;
import java.time.Instant;

/**
 * A pool of resources as it is defined.
 *
 * @param name 1 to 100 letters, digits, {@code .}, {@code -} or {@code _}
 * @param version another after each change, and never the same again; the ETag
 * @param owner the participant who defined it
 * @param definition what was defined
 * @param updatedAt when
 * @param updatedBy by whom
 */
public record Pool(
        String name, long version, String owner, PoolDefinition definition, Instant updatedAt, String updatedBy) {

    /** Whether the caller may change it, see who holds what, and take it away. Everybody may ask for a grant. */
    public boolean isRunBy(Caller caller) {
        return caller.maySee(owner);
    }
}
