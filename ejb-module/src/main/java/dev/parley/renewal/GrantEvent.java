package dev.parley.renewal;

import java.time.Instant;

/** Something that happens to a grant. */
public sealed interface GrantEvent {

    /**
     * The grant of a resource that is there for it.
     *
     * @param reference what it is called
     * @param token greater than all before in the pool
     */
    record Granted(String reference, long token) implements GrantEvent {}

    /**
     * The time at which something is due.
     *
     * @param pingId the id of the ping, if one is sent now
     * @param resumedAt since when Parley has been up without a pause: what came due before, nobody could have answered
     */
    record Due(String pingId, Instant resumedAt) implements GrantEvent {}

    /**
     * The hurry when resources are tight: its holder is asked before its time.
     *
     * @param pingId the id of the ping that is sent now
     */
    record Hurried(String pingId) implements GrantEvent {}

    /**
     * The answer to a ping that its holder still wants it.
     *
     * @param pingId the id of the ping that it answers
     */
    record Confirmed(String pingId) implements GrantEvent {}

    /**
     * The answer to a ping that its holder does not want it any more.
     *
     * @param pingId the id of the ping that it answers
     */
    record Declined(String pingId) implements GrantEvent {}

    /** The word of its holder, without being asked, that it still wants it. */
    record Renewed() implements GrantEvent {}

    /** The release by its holder, or by who waits for it. */
    record Released() implements GrantEvent {}

    /** The revocation by whoever runs the pool. */
    record Revoked() implements GrantEvent {}
}
