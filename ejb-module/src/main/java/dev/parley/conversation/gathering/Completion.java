package dev.parley.conversation.gathering;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The completion of a gathering: when it has what it wants, and what it must have at least.
 *
 * @param any one of these has to be met; without any, everybody has to answer, or the deadline to come
 * @param atLeast fewer replies than that are a fault
 */
public record Completion(List<Criterion> any, int atLeast) {

    /** The completion of which nothing is said: whatever comes until the deadline. */
    public static final Completion WHATEVER_COMES = new Completion(List.of(), 0);

    public Completion {
        any = List.copyOf(any);
    }

    /** The completion by criteria, any of which will do: the least of what they need is needed. */
    public static Completion of(List<Criterion> any) {
        return new Completion(any, least(any));
    }

    static int least(List<Criterion> any) {
        return any.stream().mapToInt(Criterion::least).min().orElse(0);
    }

    /** The criteria as they are written in one text. */
    public String label() {
        return any.stream().map(Criterion::label).collect(Collectors.joining(","));
    }
}
