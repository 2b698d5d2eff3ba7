package dev.parley.renewal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The store of pools and grants, within a transaction. Who locks several grants locks them in the order of their ids,
 * and pools after them in the order of their names; what is claimed skips what others have locked.
 */
public interface GrantStore {

    /**
     * The usage of a pool.
     *
     * @param pool as it is defined
     * @param held how many grants are held
     * @param waiting how many wait
     * @param token the last fencing token
     */
    record PoolUsage(Pool pool, int held, int waiting, long token) {}

    /**
     * A grant as it is stored.
     *
     * @param grant the grant
     * @param placeAt its place in the pool's order: since when it waits, or from when on its holder may be asked early
     * @param key by which the request for it is known; null if it had none, and if it was stored before
     */
    record Stored(Grant grant, Instant placeAt, @Nullable String key) {}

    /** The time, by the clock of all nodes, to the millisecond. */
    Instant now();

    /** The time since when Parley has been up without a pause. */
    Instant resumedAt();

    /** Pools by name, as they were committed; not locked, and not exact. */
    Map<String, PoolUsage> read(Set<String> pools);

    /** Pools by name, locked in the order of their names. */
    Map<String, PoolUsage> lock(Set<String> pools);

    /** Stores how a locked pool stands. */
    void store(PoolUsage standing);

    /** Grants by id, locked in the order of their ids. */
    Map<String, Grant> lockGrants(Set<String> ids);

    /** Grants that are due, earliest first, locked; those that others have locked are left to them. */
    List<Grant> claimDue(Instant now, int most);

    /** The grants that wait longest for the pool, locked; those that others have locked are left out. */
    List<Grant> claimWaiting(String pool, int most);

    /**
     * Held grants of the pool without a ping outstanding whose place is before that, in their order, locked; those that
     * others have locked are left out.
     */
    List<Grant> claimSilent(String pool, Instant before, int most);

    /** The number of holders of the pool that have a ping outstanding, counted up to so many. */
    int asked(String pool, int most);

    /** The grants that were requested with these keys, by key; the pool must be locked. */
    Map<String, Grant> requested(String pool, String holder, Collection<String> keys);

    /** Stores new grants. */
    void insert(List<Stored> grants);

    /** Stores grants that are there, and are locked. */
    void update(List<Stored> grants);

    /** Removes grants. */
    void remove(Collection<Grant> grants);
}
