package dev.parley.process.definition;

import dev.parley.conversation.Retry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What every step has.
 *
 * @param name its name
 * @param at where it stands in the definition, as a JSON Pointer
 * @param timeout how long an attempt may take; null for as long as there is
 * @param retry when it is tried again; null if it is not
 * @param onFault what follows its fault
 * @param onUnknown what follows if nobody knows whether it was done
 */
public record Head(
        String name,
        String at,
        @Nullable Duration timeout,
        @Nullable Retry retry,
        OnFault onFault,
        OnUnknown onUnknown) {}
