package dev.parley.conversation.gathering;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The rule of when a gathering ends: as soon as one of its criteria is met, and as soon as none of them can be met any
 * more, or not with as many replies as there have to be: nobody waits for nothing.
 *
 * @see <a href="https://www.enterpriseintegrationpatterns.com/patterns/messaging/BroadcastAggregate.html">Hohpe,
 *     Scatter-Gather</a>
 */
public final class CompletionPolicy {

    /** The end of a gathering that cannot be completed any more. */
    public static final String OUT_OF_REACH = "out-of-reach";

    /** The end of a gathering whose deadline has come. */
    public static final String DEADLINE = "deadline";

    private CompletionPolicy() {}

    /** The verdict on a gathering whose deadline has not come. */
    public static Verdict judge(Completion completion, Tally tally, Instant now) {
        for (Criterion criterion : completion.any()) {
            if (isMet(criterion, tally, now)) {
                return new Verdict.Ends(criterion.label());
            }
        }
        if (tally.outstanding() == 0 && !tally.undecided() && waitsForQuiet(completion)) {
            return new Verdict.Ends(new Criterion.All().label());
        }
        return mayBeMet(completion, tally)
                ? new Verdict.GoesOn(nextLook(completion, tally))
                : new Verdict.Ends(OUT_OF_REACH);
    }

    /** True if there is nothing to wait for when everybody has answered, and nothing amiss either. */
    private static boolean waitsForQuiet(Completion completion) {
        return completion.any().isEmpty() || completion.any().stream().anyMatch(Criterion.Idle.class::isInstance);
    }

    private static boolean isMet(Criterion criterion, Tally tally, Instant now) {
        if (criterion instanceof Criterion.All) {
            return tally.outstanding() == 0;
        }
        if (criterion instanceof Criterion.Idle idle) {
            return !now.isBefore(tally.quietSince().plus(idle.pause()));
        }
        return criterion instanceof Criterion.Enough ? tally.enough() : tally.replies() >= criterion.least();
    }

    private static boolean mayBeMet(Completion completion, Tally tally) {
        int most = tally.replies() + tally.outstanding();
        if (most < completion.atLeast()) {
            return false;
        }
        return tally.outstanding() == 0
                ? tally.undecided()
                : completion.any().isEmpty()
                        || completion.any().stream().anyMatch(criterion -> criterion.least() <= most);
    }

    private static @Nullable Instant nextLook(Completion completion, Tally tally) {
        return completion.any().stream()
                .filter(Criterion.Idle.class::isInstance)
                .map(criterion -> tally.quietSince().plus(((Criterion.Idle) criterion).pause()))
                .min(Instant::compareTo)
                .orElse(null);
    }
}
