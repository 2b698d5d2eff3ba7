package dev.parley.web.renewal;

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

    static PoolsBody of(Page<PoolView> page) {
        return new PoolsBody(page.map(PoolBody::of).items(), page.next());
    }
}
