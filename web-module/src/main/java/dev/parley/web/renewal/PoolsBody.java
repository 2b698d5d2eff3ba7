package dev.parley.web.renewal;

import dev.parley.message.Caller;
import dev.parley.message.Page;
import dev.parley.renewal.PoolView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of pools. */
@Schema(name = "Pools")
public record PoolsBody(
        @Schema(required = true, description = "By name.") List<PoolBody> pools,
        @Schema(description = "The cursor of the next page; absent on the last.") @Nullable String next) {

    /** A page as a caller is shown it. */
    static PoolsBody of(Page<PoolView> page, Caller caller) {
        return new PoolsBody(page.map(pool -> PoolBody.of(pool, caller)).items(), page.next());
    }
}
