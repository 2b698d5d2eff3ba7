package dev.parley.renewal;

import dev.parley.definition.Precondition;
import dev.parley.message.Caller;
import dev.parley.message.Page;
import dev.parley.message.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Which pools there are. Everybody sees them, and their holders may ask for a grant; whoever defined one, and operators, change it. What was written is committed when a method
 * returns, and holds at once on every node; a crash leaves all of it or nothing. These methods block: they ask the database.
 */
public interface Pools {

    /**
     * Defines a pool, or changes one. A capacity below what is held takes nothing away: nothing more is granted, and holders are asked early.
     *
     * @param definition JSON text, see {@link PoolDefinitionReader}
     * @throws Refusal {@code body-not-json} or {@code body-invalid} 400, {@code pool-not-yours} 403, {@code pools-too-many} 409, {@code precondition-failed} 412
     */
    Written define(String name, String definition, Precondition expected, Caller caller);

    /**
     * One pool.
     *
     * @throws Refusal {@code pool-unknown} 404
     */
    PoolView get(String name);

    /**
     * All pools, by name.
     *
     * @param after the cursor that the page before gave; null for the first page
     * @param limit how many at most, 1 to 200
     * @throws Refusal {@code parameter-invalid} 400 for a cursor that is none
     */
    Page<PoolView> list(@Nullable String after, int limit);

    /**
     * Deletes a pool that nobody holds anything of, and nobody waits for. A pool of that name that is defined later goes on with greater fencing tokens.
     *
     * @throws Refusal {@code pool-unknown} 404, {@code pool-not-yours} 403, {@code pool-in-use} 409, {@code precondition-failed} 412
     */
    void delete(String name, Precondition expected, Caller caller);

    /**
     * What was written.
     *
     * @param pool as it is now
     * @param created whether it was not there before
     */
    record Written(PoolView pool, boolean created) {}
}
