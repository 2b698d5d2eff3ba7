package dev.parley.renewal;

import dev.parley.message.Address;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import dev.parley.message.Violation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be wrong with what is asked of a pool, in the words that whoever asked gets. */
public final class Problems {

    private static final int LONGEST_QUOTE = 100;

    private Problems() {}

    public static Problem poolUnknown(String name) {
        return Problem.of("pool-unknown", 404, "Pool unknown", "There is no pool '" + abbreviated(name) + "'.");
    }

    public static Problem poolMissing() {
        return Problem.of("pool-missing", 400, "No pool named", "Set the property Pool to the name of a pool.");
    }

    public static Problem poolNotYours(String name) {
        return Problem.of(
                "pool-not-yours",
                403,
                "Not allowed",
                "Pool '" + name + "' is changed by whoever defined it, and by operators.");
    }

    public static Problem holderRefused(Pool pool) {
        return Problem.of(
                "holder-refused",
                403,
                "Not allowed",
                "Grants of pool '" + pool.name() + "' are for those whom its 'holders' names, and for who runs it.");
    }

    public static Problem poolsTooMany(int most) {
        return Problem.of(
                "pools-too-many",
                409,
                "Too many pools",
                "A participant has at most " + most + " pools; delete one that is not needed.");
    }

    public static Problem poolInUse(String name) {
        return Problem.of(
                "pool-in-use",
                409,
                "The pool is in use",
                "Somebody holds, or waits for, a grant of pool '" + name + "': release or revoke them first.");
    }

    public static Problem poolExhausted(Pool pool, long retryAfterSeconds) {
        return new Problem(
                "pool-exhausted",
                409,
                "Nothing is free",
                "Nothing of pool '" + pool.name() + "' is free, of "
                        + pool.definition().capacity()
                        + (pool.definition().lease() ? "" : "; holders that were silent longest are being asked")
                        + ". Ask again later, or with \"wait\".",
                List.of(),
                Map.of("retryAfter", retryAfterSeconds));
    }

    public static Problem grantUnknown(String id) {
        return Problem.of(
                "grant-unknown", 404, "Grant unknown", "There is no grant '" + abbreviated(id) + "' for you.");
    }

    public static Problem holderMissing() {
        return Problem.of(
                "reply-address-missing",
                400,
                "No reply address",
                "Set JMSReplyTo: the grant is told there, and it says whose the grant is.");
    }

    public static Problem grantMissing() {
        return Problem.of("grant-missing", 400, "No grant named", "Set the property GrantId to the id of the grant.");
    }

    public static Problem pingMissing() {
        return Problem.of(
                "ping-missing", 400, "No ping named", "Set the JMSCorrelationID to that of the ping that you answer.");
    }

    public static Problem typeUnknown(String type) {
        return Problem.of(
                "type-unknown",
                400,
                "JMSType not understood",
                "'" + abbreviated(type) + "' is none of request, confirm, decline, release, renew.");
    }

    /** The refusal of a message that nobody took in time. */
    public static Problem expiredOnItsWay() {
        return Problem.of(
                "expired", 504, "Message expired", "The message expired before it was handled; nothing was done.");
    }

    public static Problem keyReused(String key) {
        return Problem.of(
                "idempotency-key-reused",
                422,
                "Idempotency-Key used before",
                "'" + abbreviated(key) + "' was the key of a request with another pingTo: use another one for each.");
    }

    public static Problem cursorInvalid() {
        return Problem.of(
                "parameter-invalid",
                400,
                "Parameter not understood",
                "after must be the cursor 'next' of the page before.");
    }

    public static Problem preconditionFailed(@Nullable Pool there) {
        return Problem.of(
                "precondition-failed",
                412,
                "The pool is not as expected",
                (there == null ? "There is no such pool" : "The pool has the ETag \"" + there.version() + "\"")
                        + ", which If-Match or If-None-Match rules out; read it again.");
    }

    public static Problem replyAddressRefused(Address address) {
        return Problem.of(
                "address-refused",
                400,
                "Address not allowed",
                "JMSReplyTo names '" + abbreviated(address.toString())
                        + "'; allowed are temporary queues, and queues that match parley.addresses.");
    }

    public static Problem addressRefused(Address address) {
        return Problem.of(
                "address-refused",
                400,
                "Address not allowed",
                "pingTo names '" + abbreviated(address.toString())
                        + "'; allowed are queues that match parley.renewal.addresses, and mailboxes that you may send to.");
    }

    /** What a participant wrote, no longer than it has to be. */
    private static String abbreviated(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
    }

    static void refuseIfAny(List<Violation> violations, String what) {
        if (!violations.isEmpty()) {
            throw new Refusal(new Problem(
                    "body-invalid",
                    400,
                    "The body is not what was expected",
                    "The body is not " + what + "; 'errors' says where and what was expected.",
                    violations,
                    Map.of()));
        }
    }

    public static Problem grantEnded(Grant grant) {
        return new Problem(
                "grant-ended",
                410,
                "The grant has ended",
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
        return Problem.of(
                "grant-waiting",
                409,
                "Nothing is granted yet",
                "Grant " + grant.id() + " of pool " + grant.pool() + " waits: it can be released, and nothing else.");
    }

    static Problem pingUnknown(Grant grant) {
        return Problem.of(
                "ping-unknown",
                409,
                "No such ping",
                "Grant " + grant.id()
                        + " was not asked that, or has been asked again since: answer with the id of the ping.");
    }

    static Problem noLease(Grant grant) {
        return Problem.of(
                "renewal-unsupported",
                409,
                "Nothing to renew",
                "Pool " + grant.pool() + " has no leases: its holders are asked, and confirm.");
    }

    static Problem tooOld(Grant grant) {
        return Problem.of(
                "grant-too-old",
                409,
                "Held as long as allowed",
                "Grant " + grant.id() + " has been held as long as pool " + grant.pool() + " allows.");
    }
}
