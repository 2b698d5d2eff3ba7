package dev.parley.simulation;

import java.util.List;

/**
 * A schedule that broke an invariant.
 *
 * @param seed what it can be played again with
 * @param violations what did not hold
 * @param trace what happened
 */
public record Failure(long seed, List<Violation> violations, String trace) {

    @Override
    public String toString() {
        return "Seed " + seed + " breaks:\n  "
                + String.join(
                        "\n  ", violations.stream().map(Violation::toString).toList())
                + "\nAgain: -Dparley.simulation.seed=" + seed + "\n" + trace;
    }
}
