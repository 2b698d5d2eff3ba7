package dev.parley.renewal;

import dev.parley.message.Address;
import dev.parley.message.CommonProblem;
import dev.parley.message.Problem;
import dev.parley.message.Quote;
import java.util.List;
import java.util.Map;

/** The problems of what is asked of a pool, in the words that whoever asked gets. */
public final class RenewalProblems {

    private RenewalProblems() {}

    /** The problem {@code pool-unknown} of a pool that is not there. */
    public static Problem poolUnknown(String name) {
        return RenewalProblem.POOL_UNKNOWN.because("There is no pool '" + Quote.of(name) + "'.");
    }

    /** The problem {@code pool-missing} of a message that names no pool. */
    public static Problem poolMissing() {
        return RenewalProblem.POOL_MISSING.because("Set the property Pool to the name of a pool.");
    }

    /** The problem {@code pool-not-yours} of who changes a pool of somebody else. */
    public static Problem poolNotYours(String name) {
        return RenewalProblem.POOL_NOT_YOURS.because(
                "Pool '" + name + "' is changed by whoever defined it, and by operators.");
    }

    /** The problem {@code holder-refused} of who is not among the holders of a pool and does not run it. */
    public static Problem holderRefused(Pool pool) {
        return RenewalProblem.HOLDER_REFUSED.because(
                "Grants of pool '" + pool.name() + "' are for those whom its 'holders' names, and for who runs it.");
    }

    /** The problem {@code pools-too-many} of a participant who has as many as one may have. */
    public static Problem poolsTooMany(int most) {
        return RenewalProblem.POOLS_TOO_MANY.because(
                "A participant has at most " + most + " pools; delete one that is not needed.");
    }

    /** The problem {@code pool-in-use} of a pool that is to be deleted with grants that have not ended. */
    public static Problem poolInUse(String name) {
        return RenewalProblem.POOL_IN_USE.because(
                "Somebody holds, or waits for, a grant of pool '" + name + "': release or revoke them first.");
    }

    /**
     * The problem {@code pool-exhausted} of a pool of which nothing is free, with the seconds after which to ask again.
     */
    public static Problem poolExhausted(Pool pool, long retryAfterSeconds) {
        return new Problem(
                RenewalProblem.POOL_EXHAUSTED,
                "Nothing of pool '" + pool.name() + "' is free, of "
                        + pool.definition().capacity()
                        + (pool.definition().lease() ? "" : "; holders that were silent longest are being asked")
                        + ". Ask again later, or with \"wait\".",
                List.of(),
                Map.of("retryAfter", retryAfterSeconds));
    }

    /** The problem {@code grant-unknown} of a grant that is not there, or not the caller's. */
    public static Problem grantUnknown(String id) {
        return RenewalProblem.GRANT_UNKNOWN.because("There is no grant '" + Quote.of(id) + "' for you.");
    }

    /** The problem {@code reply-address-missing} of a message that does not say who asks. */
    public static Problem holderMissing() {
        return CommonProblem.REPLY_ADDRESS_MISSING.because(
                "Set JMSReplyTo: the grant is told there, and it says whose the grant is.");
    }

    /** The problem {@code grant-missing} of a message that names no grant. */
    public static Problem grantMissing() {
        return RenewalProblem.GRANT_MISSING.because("Set the property GrantId to the id of the grant.");
    }

    /** The problem {@code ping-missing} of an answer that does not say to which ping. */
    public static Problem pingMissing() {
        return RenewalProblem.PING_MISSING.because("Set the JMSCorrelationID to that of the ping that you answer.");
    }

    /** The problem {@code type-unknown} of a message that is none that pools take. */
    public static Problem typeUnknown(String type) {
        return RenewalProblem.TYPE_UNKNOWN.because(
                "'" + Quote.of(type) + "' is none of request, confirm, decline, release, renew.");
    }

    /** The refusal of a message that nobody took in time. */
    public static Problem expiredOnItsWay() {
        return CommonProblem.EXPIRED.because("The message expired before it was handled; nothing was done.");
    }

    /** The problem {@code idempotency-key-reused} of a key that was used with another address for pings. */
    public static Problem keyReused(String key) {
        return CommonProblem.IDEMPOTENCY_KEY_REUSED.because(
                "'" + Quote.of(key) + "' was the key of a request with another pingTo: use another one for each.");
    }

    public static Problem addressRefused(String header, Address address) {
        return CommonProblem.ADDRESS_REFUSED.because(header + " names '" + Quote.of(address.toString())
                + "'; allowed are temporary queues, queues that match parley.addresses, and mailboxes that you"
                + " may send to.");
    }

    /** The problem {@code address-refused} of an address for pings that may not be named. */
    public static Problem addressRefused(Address address) {
        return CommonProblem.ADDRESS_REFUSED.because("pingTo names '" + Quote.of(address.toString())
                + "'; allowed are queues that match parley.renewal.addresses, and mailboxes that you may send to.");
    }

    /** The problem {@code grant-ended} of a grant that is over, with its status and why it ended. */
    public static Problem grantEnded(Grant grant) {
        return new Problem(
                RenewalProblem.GRANT_ENDED,
                "Grant " + grant.id() + " of pool " + grant.pool() + " has ended (" + grant.ended()
                        + "): "
                        + (grant.grantedAt() == null
                                ? "nothing became free in time."
                                : "what was granted is not yours any more.")
                        + " Ask for another one.",
                List.of(),
                Map.of(
                        "grantId",
                        grant.id(),
                        "grantStatus",
                        grant.status().name(),
                        "ended",
                        String.valueOf(grant.ended())));
    }

    static Problem notHeldYet(Grant grant) {
        return RenewalProblem.GRANT_WAITING.because(
                "Grant " + grant.id() + " of pool " + grant.pool() + " waits: it can be released, and nothing else.");
    }

    static Problem pingUnknown(Grant grant) {
        return RenewalProblem.PING_UNKNOWN.because("Grant " + grant.id()
                + " was not asked that, or has been asked again since: answer with the id of the ping.");
    }

    static Problem noLease(Grant grant) {
        return RenewalProblem.RENEWAL_UNSUPPORTED.because(
                "Pool " + grant.pool() + " has no leases: its holders are asked, and confirm.");
    }

    static Problem tooOld(Grant grant) {
        return RenewalProblem.GRANT_TOO_OLD.because(
                "Grant " + grant.id() + " has been held as long as pool " + grant.pool() + " allows.");
    }
}
