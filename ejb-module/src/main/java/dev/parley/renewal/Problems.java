package dev.parley.renewal;

import dev.parley.conversation.Problem;
import dev.parley.conversation.Refusal;
import dev.parley.conversation.Violation;
import java.util.List;
import java.util.Map;

/** The faults of pools and grants. */
final class Problems {

    private Problems() {}

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

    static Problem grantEnded(Grant grant) {
        return Problem.of(
                "grant-ended",
                410,
                "The grant has ended",
                "Grant " + grant.id() + " of pool " + grant.pool() + " has ended (" + grant.ended()
                        + "): what was granted is not yours any more. Ask for another one.");
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
