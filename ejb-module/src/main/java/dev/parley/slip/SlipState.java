package dev.parley.slip;

import dev.parley.conversation.PatternState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a slip.
 *
 * @param slip as it was seen last
 * @param asked the hop for which it waits here for an answer; null if it travels, or has ended
 * @param recalledBy the conversations that want to know when it is undone, after it had ended
 */
public record SlipState(Slip slip, @Nullable String asked, List<String> recalledBy) implements PatternState {

    public SlipState {
        recalledBy = List.copyOf(recalledBy);
    }

    /** A slip of which nobody has wanted it undone. */
    SlipState(Slip slip) {
        this(slip, null, List.of());
    }

    /** The same slip, as it is seen now. */
    SlipState seen(Slip now, @Nullable String waiting) {
        return new SlipState(now, waiting, recalledBy);
    }

    /** The same, which somebody wants undone. */
    SlipState recalledBy(String conversation) {
        List<String> all = new ArrayList<>(recalledBy);
        all.add(conversation);
        return new SlipState(slip, asked, all);
    }
}
