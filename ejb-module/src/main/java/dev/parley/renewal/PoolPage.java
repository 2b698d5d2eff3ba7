package dev.parley.renewal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some pools, by name.
 *
 * @param pools the pools
 * @param next the cursor of the next page; null if this is the last
 */
public record PoolPage(List<PoolView> pools, @Nullable String next) {

    public PoolPage {
        pools = List.copyOf(pools);
    }
}
