package dev.parley.renewal;

import dev.parley.message.Address;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A grant: what somebody holds, or waits for.
 *
 * @param id unguessable
 * @param pool the name of the pool
 * @param holder whose it is: {@code user:NAME}, or the reply address where the user is not known
 * @param pingTo where pings and notices go; null for a holder that looks
 * @param status where it stands
 * @param reference what is granted, as the pool's supplier calls it; null while it waits
 * @param fencingToken greater than that of every grant of the pool before; 0 while it waits
 * @param askedAt when it was asked for: who waits longer comes first
 * @param grantedAt since when it is held; null while it waits
 * @param confirmedAt when its holder was last heard of; null while it waits
 * @param ping the outstanding question; null if there is none
 * @param answered the id of the last ping that was answered, or that nobody waits for an answer to any more; null if
 *     there was none
 * @param rounds how many pings were answered, renewals in a pool of leases
 * @param dueAt when something has to be done if nothing is heard before
 * @param ended why it ended; null if it has not
 */
public record Grant(
        String id,
        String pool,
        String holder,
        @Nullable Address pingTo,
        Status status,
        @Nullable String reference,
        long fencingToken,
        Instant askedAt,
        @Nullable Instant grantedAt,
        @Nullable Instant confirmedAt,
        @Nullable Ping ping,
        @Nullable String answered,
        int rounds,
        Instant dueAt,
        @Nullable Ending ended) {

    /** The status of a grant. */
    public enum Status {
        WAITING,
        HELD,
        RELEASED,
        RELINQUISHED;

        /** True if it is over. */
        public boolean isFinal() {
            return this == RELEASED || this == RELINQUISHED;
        }
    }

    /** The reason for which a grant ended. */
    public enum Ending {
        /** Its holder gave it back. */
        RELEASED,
        /** Its holder said, when it was asked, that it does not want it any more. */
        DECLINED,
        /** Its holder did not answer its last ping in time. */
        SILENT,
        /** Its lease was not renewed in time. */
        NOT_RENEWED,
        /** It was held as long as its pool allows. */
        LIFETIME,
        /** An operator took it away. */
        REVOKED,
        /** It waited, and nothing became free in time. */
        WAITED
    }

    /** Waits for a resource until then. */
    public static Grant waiting(
            String id, String pool, String holder, @Nullable Address pingTo, Instant now, Instant until) {
        return new Grant(
                id, pool, holder, pingTo, Status.WAITING, null, 0, now, null, null, null, null, 0, until, null);
    }

    /** True if that is the id of the ping that is outstanding, or of the last one that was. */
    public boolean wasAsked(String pingId) {
        return pingId.equals(answered) || (ping != null && ping.id().equals(pingId));
    }

    /** True if its holder has been asked since Parley came back, and has not answered. */
    public boolean isAsked() {
        return ping != null && ping.attempt() > 0;
    }

    /** The same, to be forgotten then. */
    public Grant knownUntil(Instant then) {
        return due(null, then);
    }

    Grant held(String what, long token, Instant now, Instant due) {
        return new Grant(
                id, pool, holder, pingTo, Status.HELD, what, token, askedAt, now, now, null, null, 0, due, null);
    }

    Grant asked(Ping question, Instant due) {
        return with(question, answered, rounds, confirmedAt, due);
    }

    Grant heard(@Nullable String answer, Instant now, Instant due) {
        return with(null, answer == null ? answered : answer, rounds + 1, now, due);
    }

    Grant due(@Nullable Ping question, Instant due) {
        return with(question, answered, rounds, confirmedAt, due);
    }

    Grant over(Status which, Ending why, Instant now) {
        return new Grant(
                id,
                pool,
                holder,
                pingTo,
                which,
                reference,
                fencingToken,
                askedAt,
                grantedAt,
                confirmedAt,
                null,
                ping == null ? answered : ping.id(),
                rounds,
                now,
                why);
    }

    private Grant with(
            @Nullable Ping question, @Nullable String answer, int answers, @Nullable Instant confirmed, Instant due) {
        return new Grant(
                id,
                pool,
                holder,
                pingTo,
                status,
                reference,
                fencingToken,
                askedAt,
                grantedAt,
                confirmed,
                question,
                answer,
                answers,
                due,
                ended);
    }
}
