package dev.parley.web.relay;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The result for locks that were to be acknowledged. */
@Schema(name = "Acknowledged")
public record AcknowledgedBody(
        @Schema(required = true, description = "Their messages are removed.") List<String> acknowledged,
        @Schema(required = true, description = "They are not valid, or never were.") List<String> lost) {}
