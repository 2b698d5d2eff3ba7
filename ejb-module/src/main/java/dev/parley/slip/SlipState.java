package dev.parley.slip;

import dev.parley.conversation.PatternState;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a slip.
 *
 * @param slip as it was seen last
 * @param asked the hop for which it waits here for an answer; null if it travels, or has ended
 * @param recalledBy the conversation that wants to know when it is undone, after it had ended; null for none
 */
public record SlipState(Slip slip, @Nullable String asked, @Nullable String recalledBy) implements PatternState {

    /** The same slip, as it is seen now. */
    SlipState seen(Slip now, @Nullable String waiting) {
        return new SlipState(now, waiting, recalledBy);
    }

    /** The same, which somebody wants undone. */
    SlipState recalledBy(String conversation) {
        return new SlipState(slip, asked, conversation);
    }
}
