package dev.parley.slip;

import dev.parley.conversation.PatternState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a slip.
 *
 * @param slip as it was seen last
 * @param asked the hop for which it waits here for an answer; null if it travels, or has ended
 * @param recalledBy the conversations that want to know when it is undone, after it had ended
 * @param lostAfter when nobody reads the text any more as which it travels; null if it does not travel
 */
public record SlipState(Slip slip, @Nullable String asked, List<String> recalledBy, @Nullable Instant lostAfter)
        implements PatternState {

    public SlipState {
        recalledBy = List.copyOf(recalledBy);
    }

    /** A slip of which nobody has wanted it undone. */
    SlipState(Slip slip) {
        this(slip, null, List.of(), null);
    }

    /** The same slip, as it is seen now. */
    SlipState seen(Slip now, @Nullable String waiting) {
        return new SlipState(now, waiting, recalledBy, null);
    }

    /** The same, which travels, at the latest until then. */
    SlipState travelling(Instant until) {
        return new SlipState(slip, asked, recalledBy, until);
    }

    /** Whether it has not come back from where it was sent, and cannot any more. */
    boolean isLost(Instant now) {
        return lostAfter != null && !now.isBefore(lostAfter);
    }

    @Override
    public @Nullable Instant dueAt() {
        return lostAfter;
    }

    /** The same, which somebody wants undone. */
    SlipState recalledBy(String conversation) {
        List<String> all = new ArrayList<>(recalledBy);
        all.add(conversation);
        return new SlipState(slip, asked, all, lostAfter);
    }
}
