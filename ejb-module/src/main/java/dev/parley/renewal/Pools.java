package dev.parley.renewal;

import dev.parley.definition.Definitions;
import dev.parley.definition.Precondition;
import dev.parley.definition.Written;
import dev.parley.message.Caller;
import dev.parley.message.Refusal;

/**
 * The pools that there are. Everybody sees them, and their holders may ask for a grant; whoever defined one, and
 * operators, change it.
 */
public interface Pools extends Definitions<PoolView> {

    /**
     * Defines a pool, or changes one. A capacity below what is held takes nothing away: nothing more is granted, and
     * holders are asked early.
     *
     * @param definition JSON text, see {@link PoolDefinitionReader}
     * @throws Refusal {@code body-not-json} or {@code body-invalid} 400, {@code pool-not-yours} 403,
     *     {@code pools-too-many} 409, {@code precondition-failed} 412
     */
    @Override
    Written<PoolView> define(String name, String definition, Precondition expected, Caller caller);

    /**
     * One pool.
     *
     * @throws Refusal {@code pool-unknown} 404
     */
    @Override
    PoolView get(String name, Caller caller);

    /**
     * Deletes a pool that nobody holds anything of, and nobody waits for. A pool of that name that is defined later
     * goes on with greater fencing tokens.
     *
     * @throws Refusal {@code pool-unknown} 404, {@code pool-not-yours} 403, {@code pool-in-use} 409,
     *     {@code precondition-failed} 412
     */
    @Override
    void delete(String name, Precondition expected, Caller caller);
}
