package dev.parley.web.renewal;

import dev.parley.renewal.Grant;
import dev.parley.web.ActionBody;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A grant as it stands. */
@Schema(name = "Grant")
public record GrantBody(
        @Schema(required = true) String grantId,
        @Schema(required = true) String pool,
        @Schema(required = true, examples = "user:alice") String holder,
        @Schema(required = true, description = "Where pings and notices go; none for a holder that looks.")
                String pingTo,
        @Schema(
                        required = true,
                        enumeration = {"WAITING", "HELD", "RELEASED", "RELINQUISHED"})
                String status,
        @Schema(description = "What is granted, as the supplier of the pool calls it; absent while it waits.")
                String reference,
        @Schema(description = "Greater than that of every grant of the pool before; absent while it waits.")
                Long fencingToken,
        @Schema(required = true) Instant askedAt,
        @Schema(description = "Since when it is held.") Instant grantedAt,
        @Schema(description = "When its holder was last heard of.") Instant confirmedAt,
        @Schema(description = "While it waits: until when.") Instant waitsUntil,
        @Schema(description = "How long that is from now on, ISO 8601.") String waitsFor,
        @Schema(description = "While it is held: the question that is not answered yet, if there is one.") Ping ping,
        @Schema(
                        description =
                                "While it is held, if there is no ping: when the next one comes, unless holders are asked early; in a pool of leases, when the lease runs out.")
                Instant nextPingAt,
        @Schema(description = "How long that is from now on, ISO 8601.") String nextPingIn,
        @Schema(description = "Why it ended, if it has; in lists.") Grant.Ending ended,
        @Schema(description = "What the caller may have done with it now; where one is looked at.")
                List<ActionBody> actions) {

    /** A question to a holder. */
    @Schema(name = "Ping")
    public record Ping(
            @Schema(required = true, description = "By which it is confirmed or declined.") String pingId,
            @Schema(required = true, description = "How often it was asked, from 1.") int attempt,
            @Schema(required = true, description = "From then on this attempt has failed.") Instant answerBy,
            @Schema(required = true, description = "How long that is from now on, ISO 8601.") String answerWithin) {}
}
