package dev.parley.web.process;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of the versions that a process has had. */
@Schema(name = "ProcessVersions")
public record VersionsBody(
        @Schema(required = true, description = "In their order.") List<Item> versions,
        @Schema(description = "The cursor of the next page; absent on the last.") String next) {

    /** A version without what it does. */
    @Schema(name = "ProcessVersionItem")
    public record Item(
            @Schema(required = true, description = "Its number, from 1.") Integer version,
            @Schema(required = true) Instant createdAt,
            @Schema(required = true) String createdBy) {}
}
