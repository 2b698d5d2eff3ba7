package dev.parley.renewal;

import dev.parley.definition.Defined;
import dev.parley.message.Caller;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        String name, long version, String owner, PoolDefinition definition, Instant updatedAt, String updatedBy)
        implements Defined<PoolDefinition> {

    /** True if the caller may change it, see who holds what, and take it away. */
    public boolean isRunBy(Caller caller) {
        return caller.maySee(owner);
    }

    /** The holders as the caller is shown them: who does not run it learns of itself alone. */
    public List<String> holdersFor(Caller caller) {
        List<String> holders = definition.holders();
        return isRunBy(caller)
                ? holders
                : holders.stream()
                        .filter(holder -> holder.equals(PoolDefinition.ANYBODY) || holder.equals(caller.name()))
                        .toList();
    }

    /**
     * True if the caller may ask for a grant.
     *
     * @param caller who is authenticated; null if that is not known
     */
    public boolean mayBeHeldBy(@Nullable Caller caller) {
        List<String> holders = definition.holders();
        return holders.contains(PoolDefinition.ANYBODY)
                || (caller != null && (holders.contains(caller.name()) || isRunBy(caller)));
    }
}
