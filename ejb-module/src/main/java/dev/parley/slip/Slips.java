package dev.parley.slip;

import dev.parley.message.Caller;
import dev.parley.message.Refusal;
import org.jspecify.annotations.Nullable;

/** The slips, as people order and see them. What was done is committed when a method returns. */
public interface Slips {

    /**
     * Sends a slip on its way.
     *
     * @param order JSON text
     * @param key the idempotency key: the same order under the same key is the same slip; null to have one made
     * @return the slip, at its beginning
     * @throws Refusal {@code body-not-json}, {@code body-invalid} with each mistake, {@code idempotency-key-reused} 422
     */
    Slip start(String order, @Nullable String key, Caller caller);

    /**
     * A slip that is kept, and that the caller may see.
     *
     * @throws Refusal {@code conversation-unknown} 404, also for one that is not kept; {@code conversation-gone} 410
     */
    SlipView get(String id, Caller caller);

    /**
     * Has a stuck slip go on: tries the compensation again, or writes it off. It is in the journal, with who wanted it
     * and why.
     *
     * @param seen the entity tag of the slip as the caller has seen it; empty if nothing was said
     * @throws Refusal as {@link #get}; {@code operators-only} 403, {@code slip-not-stuck} 409,
     *     {@code precondition-failed} 412
     */
    SlipView command(String id, boolean skip, String seen, String reason, Caller caller);
}
