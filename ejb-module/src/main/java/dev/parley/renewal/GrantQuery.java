package dev.parley.renewal;

import org.jspecify.annotations.Nullable;

/**
 * A choice of the grants of a pool to list.
 *
 * @param pool the name of the pool
 * @param status only those; null for all
 * @param holder only those of that holder; null for all that the caller may see
 * @param after the cursor that the page before gave; null for the first page
 * @param limit how many at most, 1 to 200
 */
public record GrantQuery(
        String pool, Grant.@Nullable Status status, @Nullable String holder, @Nullable String after, int limit) {}
