package dev.parley.process.definition;

import dev.parley.value.Condition;
import org.jspecify.annotations.Nullable;

/**
 * How many messages a step gathers.
 *
 * @param until what has to hold for them to be enough; null if the number alone says it
 * @param atMost that many are enough in any case
 */
public record Collect(@Nullable Condition until, int atMost) {

    /** More than this nobody gathers. */
    public static final int MOST = 100;
}
