package dev.parley.testing;

import dev.parley.simulation.Failure;
import dev.parley.simulation.Simulation;
import dev.parley.simulation.Violation;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Schedules of operations: in each, a seed decides which messages are lost, repeated and overtaken, which node is
 * killed at which step, and which transaction waits for another. Parley's own rules and batches are run, in the world
 * in which Parley tests itself; broker, database and time are simulated, and a schedule takes milliseconds.
 *
 * <p>Operations must do the same each time they are played: they take the time from {@link Stage#clock}, and ids from
 * their {@link dev.parley.Exchange}.
 */
public final class Schedules {

    private final Simulation simulation;

    private Schedules(Consumer<Stage> setting) {
        simulation = new Simulation(world -> new StagedScenario(world, setting));
    }

    /** Schedules of what that sets the stage with, each time anew. */
    public static Schedules of(Consumer<Stage> setting) {
        return new Schedules(setting);
    }

    /**
     * Plays that many schedules, the same ones each time.
     *
     * @throws AssertionError with the shortest of those in which an expectation was broken, step by step
     */
    public void explore(int n) {
        explore(0, n);
    }

    /** The same, from another seed on. */
    public void explore(long firstSeed, int n) {
        int broken = 0;
        Failure shortest = null;
        for (long seed = firstSeed; seed < firstSeed + n; seed++) {
            Failure failure = simulation.play(seed).orElse(null);
            broken += failure == null ? 0 : 1;
            shortest = shorter(shortest, failure);
        }
        if (shortest != null) {
            fail("In " + broken + " of " + n + " schedules something is not as expected. The shortest:", shortest);
        }
    }

    private static @Nullable Failure shorter(@Nullable Failure one, @Nullable Failure other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return length(other) < length(one) ? other : one;
    }

    /** Plays the schedule of a seed again. */
    public void play(long seed) {
        simulation.play(seed).ifPresent(failure -> fail("Something is not as expected:", failure));
    }

    private static long length(Failure failure) {
        return failure.trace().lines().count();
    }

    private static void fail(String introduction, Failure failure) {
        throw new AssertionError(introduction + "\n  "
                + failure.violations().stream().map(Violation::toString).collect(Collectors.joining("\n  "))
                + "\nAgain: play(" + failure.seed() + "). What happened, by seconds:\n" + failure.trace());
    }
}
