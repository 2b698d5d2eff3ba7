package dev.parley.process.definition;

import dev.parley.value.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the lists that a step chooses from.
 *
 * @param when its condition; null for what is taken otherwise
 */
public record Choice(@Nullable Condition when, List<Step> steps) {}
