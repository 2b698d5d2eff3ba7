package dev.parley.web.schema;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An operation and what serves it. */
@Schema(name = "Operation")
public record OperationBody(
        @Schema(required = true) String name,
        @Schema(required = true) Provider provider,
        @Schema(required = true, description = "Whether every call has a transaction of its own.") boolean isolated,
        @Schema(description = "The operation that undoes it.") String compensation) {

    /** What serves an operation. */
    @Schema(name = "Provider")
    public record Provider(@Schema(description = "A method in the EAR.") boolean bean) {}
}
