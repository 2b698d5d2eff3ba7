package dev.parley.renewal;

import java.time.Instant;

/** Something that happens to a grant. */
public sealed interface GrantEvent {

    /**
     * A resource is there for it.
     *
     * @param reference what it is called
     * @param token greater than all before in the pool
     */
    record Granted(String reference, long token) implements GrantEvent {}

    /**
     * Its time has come.
     *
     * @param pingId the id of the ping, if one is sent now
     * @param resumedAt since when Parley has been up without a pause: what came due before, nobody could have answered
     */
    record Due(String pingId, Instant resumedAt) implements GrantEvent {}

    /**
     * Resources are tight: its holder is asked before its time.
     *
     * @param pingId the id of the ping that is sent now
     */
    record Hurried(String pingId) implements GrantEvent {}

    /**
     * Its holder still wants it.
     *
     * @param pingId the id of the ping that it answers
     */
    record Confirmed(String pingId) implements GrantEvent {}

    /**
     * Its holder does not want it any more.
     *
     * @param pingId the id of the ping that it answers
     */
    record Declined(String pingId) implements GrantEvent {}

    /** Its holder says without being asked that it still wants it. */
    record Renewed() implements GrantEvent {}

    /** Its holder, or who waits for it, gives it back. */
    record Released() implements GrantEvent {}

    /** An operator takes it away. */
    record Revoked() implements GrantEvent {}
}
