package dev.parley.web.renewal;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A pool, and how much of it is in use. */
@Schema(name = "Pool")
public record PoolBody(
        @Schema(required = true) String name,
        @Schema(required = true, description = "Who defined it.") String owner,
        @Schema(required = true) Integer capacity,
        @Schema(required = true) String pingEvery,
        @Schema(required = true) String pingTimeout,
        @Schema(required = true) Integer pingAttempts,
        @Schema(required = true) Double pressure,
        @Schema(description = "Absent if grants do not end by themselves.") String maxLifetime,
        @Schema(required = true) Boolean lease,
        @Schema(required = true, description = "Who may ask for a grant; * for everybody.") List<String> holders,
        @Schema(required = true) Instant updatedAt,
        @Schema(required = true) String updatedBy,
        @Schema(required = true, description = "How many grants are held.") Integer held,
        @Schema(required = true, description = "How many more could be granted now.") Integer free,
        @Schema(required = true, description = "How many wait.") Integer waiting,
        @Schema(required = true, description = "Whether holders are asked early.") Boolean underPressure) {}
