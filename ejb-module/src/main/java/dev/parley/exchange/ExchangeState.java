package dev.parley.exchange;

import dev.parley.conversation.PatternState;
import org.jspecify.annotations.Nullable;

/** The state of an exchange that a method does not simply serve. */
public sealed interface ExchangeState extends PatternState permits ProviderCall, Regret {

    /** The call of a provider outside of the EAR; null where a method serves the operation. */
    @Nullable
    ProviderCall call();
}
