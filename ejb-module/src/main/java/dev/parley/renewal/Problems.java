package dev.parley.renewal;

import dev.parley.message.Address;
import dev.parley.message.CommonProblem;
import dev.parley.message.Problem;
import dev.parley.message.Quote;
import java.util.List;
import java.util.Map;

/** What can be wrong with what is asked of a pool, in the words that whoever asked gets. */
public final class Problems {

    private Problems() {}

    public static Problem poolUnknown(String name) {
        return RenewalProblem.POOL_UNKNOWN.because("There is no pool '" + Quote.of(name) + "'.");
    }

    public static Problem poolMissing() {
        return RenewalProblem.POOL_MISSING.because("Set the property Pool to the name of a pool.");
    }

    public static Problem poolNotYours(String name) {
        return RenewalProblem.POOL_NOT_YOURS.because(
                "Pool '" + name + "' is changed by whoever defined it, and by operators.");
    }

    public static Problem holderRefused(Pool pool) {
        return RenewalProblem.HOLDER_REFUSED.because(
                "Grants of pool '" + pool.name() + "' are for those whom its 'holders' names, and for who runs it.");
    }

    public static Problem poolsTooMany(int most) {
        return RenewalProblem.POOLS_TOO_MANY.because(
                "A participant has at most " + most + " pools; delete one that is not needed.");
    }

    public static Problem poolInUse(String name) {
        return RenewalProblem.POOL_IN_USE.because(
                "Somebody holds, or waits for, a grant of pool '" + name + "': release or revoke them first.");
    }

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

    public static Problem grantUnknown(String id) {
        return RenewalProblem.GRANT_UNKNOWN.because("There is no grant '" + Quote.of(id) + "' for you.");
    }

    public static Problem holderMissing() {
        return CommonProblem.REPLY_ADDRESS_MISSING.because(
                "Set JMSReplyTo: the grant is told there, and it says whose the grant is.");
    }

    public static Problem grantMissing() {
        return RenewalProblem.GRANT_MISSING.because("Set the property GrantId to the id of the grant.");
    }

    public static Problem pingMissing() {
        return RenewalProblem.PING_MISSING.because("Set the JMSCorrelationID to that of the ping that you answer.");
    }

    public static Problem typeUnknown(String type) {
        return RenewalProblem.TYPE_UNKNOWN.because(
                "'" + Quote.of(type) + "' is none of request, confirm, decline, release, renew.");
    }

    /** The refusal of a message that nobody took in time. */
    public static Problem expiredOnItsWay() {
        return CommonProblem.EXPIRED.because("The message expired before it was handled; nothing was done.");
    }

    public static Problem keyReused(String key) {
        return CommonProblem.IDEMPOTENCY_KEY_REUSED.because(
                "'" + Quote.of(key) + "' was the key of a request with another pingTo: use another one for each.");
    }

    static Problem addressRefused(String header, Address address) {
        return CommonProblem.ADDRESS_REFUSED.because(header + " names '" + Quote.of(address.toString())
                + "'; allowed are temporary queues, queues that match parley.addresses, and mailboxes that you"
                + " may send to.");
    }

    public static Problem addressRefused(Address address) {
        return CommonProblem.ADDRESS_REFUSED.because("pingTo names '" + Quote.of(address.toString())
                + "'; allowed are queues that match parley.renewal.addresses, and mailboxes that you may send to.");
    }

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
