package dev.parley.renewal;

import dev.parley.message.Caller;
import dev.parley.message.Page;
import dev.parley.message.Refusal;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The grants that are held, over HTTP. What a stage completes with is committed before; what was refused completes it
 * with a {@link Refusal} and has changed nothing. Concurrent callers share transactions. A pool that is not there is
 * {@code pool-unknown} 404, a grant that is not the caller's {@code grant-unknown} 404; one that has ended is
 * {@code grant-ended} 410.
 */
public interface Grants {

    /** The time, by the clock of all nodes: the times of grants are compared with it. */
    Instant now();

    /**
     * Asks for a grant. It is {@code HELD}, or {@code WAITING} if nothing is free and the wish has a time to wait;
     * holders that were silent longest are asked then.
     *
     * @param body JSON text, see {@link GrantWishReader}; may be empty
     * @param key by which the same request is known when it is repeated: it is answered with the same grant as it is
     *     then; null for none
     * @return fails with {@code pool-exhausted} 409 if nothing is free and there is no time to wait,
     *     {@code body-invalid} or {@code address-refused} 400, {@code holder-refused} 403 if the caller is not among
     *     the pool's holders and does not run it, {@code idempotency-key-reused} 422 if the key was used with another
     *     wish
     */
    CompletableFuture<Grant> request(String pool, String body, @Nullable String key, Caller caller);

    /**
     * Answers a ping: the caller still wants it. Answering the last answered ping again changes nothing.
     *
     * @return fails with {@code ping-unknown} 409 for another ping, {@code grant-waiting} 409
     */
    CompletableFuture<Grant> confirm(String pool, String id, String pingId, Caller caller);

    /** Answers a ping: the caller does not want it any more. */
    CompletableFuture<Grant> decline(String pool, String id, String pingId, Caller caller);

    /**
     * Renews a lease.
     *
     * @return fails with {@code renewal-unsupported} 409 in a pool without leases, {@code grant-too-old} 409
     */
    CompletableFuture<Grant> renew(String pool, String id, Caller caller);

    /**
     * Gives a grant back, or waits no longer; giving back again changes nothing. By whoever runs the pool a grant of
     * somebody else is revoked, and its holder told.
     */
    CompletableFuture<Grant> release(String pool, String id, Caller caller);

    /**
     * The grant, as long as it has not ended, for its holder and whoever runs the pool, with what they may do.
     *
     * @throws Refusal {@code pool-unknown} or {@code grant-unknown} 404, {@code grant-ended} 410
     */
    GrantView get(String pool, String id, Caller caller);

    /**
     * Grants of a pool: for whoever runs it all of them, for others their own. Also those that have ended, as long as
     * they are known.
     *
     * @throws Refusal {@code pool-unknown} 404, {@code parameter-invalid} 400 for a cursor that is none
     */
    Page<Grant> list(GrantQuery query, Caller caller);
}
