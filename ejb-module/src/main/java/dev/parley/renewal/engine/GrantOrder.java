package dev.parley.renewal.engine;

import dev.parley.message.Caller;
import dev.parley.renewal.Grant;
import dev.parley.renewal.GrantEvent;
import dev.parley.renewal.GrantWish;
import dev.parley.renewal.Pool;
import org.jspecify.annotations.Nullable;

/** Something that is asked of pools and grants. */
sealed interface GrantOrder {

    /**
     * Asks for a grant.
     *
     * @param caller who is authenticated; null if that is not known
     * @param key by which the request is known; null for none
     */
    record Ask(String pool, String holder, @Nullable Caller caller, GrantWish wish, @Nullable String key)
            implements GrantOrder {

        /** The wish of somebody who is not known. */
        Ask(String pool, String holder, GrantWish wish, @Nullable String key) {
            this(pool, holder, null, wish, key);
        }
    }

    /**
     * Says something of a grant.
     *
     * @param pool which pool it is of; null if that was not said
     * @param id which grant
     * @param speaker who says it
     * @param event what is said
     */
    record Say(@Nullable String pool, String id, Speaker speaker, GrantEvent event) implements GrantOrder {

        /** The event that it means, as the grant stands; null if it is nothing that this one could say. */
        @Nullable
        GrantEvent meaning(Grant grant, Pool of) {
            if (pool != null && !pool.equals(grant.pool())) {
                return null;
            }
            if (speaker.holds(grant) || isAnswer(grant)) {
                return event;
            }
            if (!speaker.runs(of)) {
                return null;
            }
            return event instanceof GrantEvent.Released ? new GrantEvent.Revoked() : event;
        }

        /** Whoever knows the secret of the ping was asked; over JMS it may be all that is known of who answers. */
        private boolean isAnswer(Grant grant) {
            String pingId = speaksOf(event);
            return speaker.caller() == null && pingId != null && grant.wasAsked(pingId);
        }

        private static @Nullable String speaksOf(GrantEvent event) {
            if (event instanceof GrantEvent.Confirmed confirmed) {
                return confirmed.pingId();
            }
            return event instanceof GrantEvent.Declined declined ? declined.pingId() : null;
        }
    }

    /**
     * The participant who says something.
     *
     * @param name as holders are named: {@code user:NAME}, or a reply address
     * @param caller who is authenticated; null if that is not known
     */
    record Speaker(String name, @Nullable Caller caller) {

        boolean holds(Grant grant) {
            return name.equals(grant.holder());
        }

        boolean runs(Pool pool) {
            return caller != null && pool.isRunBy(caller);
        }
    }
}
