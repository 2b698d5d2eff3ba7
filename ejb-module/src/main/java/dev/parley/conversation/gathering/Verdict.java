package dev.parley.conversation.gathering;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The verdict on a gathering as it stands. */
public sealed interface Verdict {

    /**
     * It goes on.
     *
     * @param until when it is to be looked at again if nobody answers; null for at its deadline
     */
    record GoesOn(@Nullable Instant until) implements Verdict {}

    /**
     * It ends now.
     *
     * @param by the criterion that was met, or {@link CompletionPolicy#OUT_OF_REACH}
     */
    record Ends(String by) implements Verdict {}
}
