package dev.parley.web.process;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of processes. */
@Schema(name = "Processes")
public record ProcessesBody(
        @Schema(required = true, description = "By name.") List<Item> processes,
        @Schema(description = "The cursor of the next page; absent on the last.") String next) {

    /** A process without what it does. */
    @Schema(name = "ProcessItem")
    public record Item(
            @Schema(required = true) String name,
            @Schema(required = true) Integer version,
            @Schema(required = true) Instant updatedAt,
            @Schema(required = true) String updatedBy) {}
}
