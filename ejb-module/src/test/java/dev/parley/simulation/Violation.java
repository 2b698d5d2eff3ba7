package dev.parley.simulation;

/**
 * An invariant that did not hold.
 *
 * @param invariant its name
 * @param what what was found instead
 */
public record Violation(String invariant, String what) {

    @Override
    public String toString() {
        return invariant + ": " + what;
    }
}
