package dev.parley.web.renewal;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of grants. */
@Schema(name = "Grants")
public record GrantsBody(
        @Schema(required = true, description = "Those that were asked for first come first.") List<GrantBody> grants,
        @Schema(description = "The cursor of the next page; absent on the last.") String next) {}
