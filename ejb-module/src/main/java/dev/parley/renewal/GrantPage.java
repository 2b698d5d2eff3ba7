package dev.parley.renewal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some grants, by id: those that were asked for first come first.
 *
 * @param grants the grants
 * @param next the cursor of the next page; null if this is the last
 */
public record GrantPage(List<Grant> grants, @Nullable String next) {

    public GrantPage {
        grants = List.copyOf(grants);
    }
}
