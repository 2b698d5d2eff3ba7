package dev.parley.simulation;

import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What holds at the end of every schedule.
 *
 * @param <H> the history that it looks at
 * @param name what is promised
 * @param counterexamples what breaks the promise in a history; nothing if it is kept
 */
public record Invariant<H>(String name, Function<H, Stream<String>> counterexamples) {

    /** What breaks it. */
    public Stream<Violation> violations(H history) {
        return counterexamples.apply(history).map(what -> new Violation(name, what));
    }
}
