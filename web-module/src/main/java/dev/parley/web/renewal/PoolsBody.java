package dev.parley.web.renewal;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of pools. */
@Schema(name = "Pools")
public record PoolsBody(
        @Schema(required = true, description = "By name.") List<PoolBody> pools,
        @Schema(description = "The cursor of the next page; absent on the last.") String next) {}
