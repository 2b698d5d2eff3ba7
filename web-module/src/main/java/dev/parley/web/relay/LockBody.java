package dev.parley.web.relay;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A lock that was extended. */
@Schema(name = "Lock")
public record LockBody(
        @Schema(required = true, description = "As before.") String lock,
        @Schema(required = true) Instant lockedUntil) {}
