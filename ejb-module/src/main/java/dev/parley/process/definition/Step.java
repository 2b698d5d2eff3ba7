package dev.parley.process.definition;

import dev.parley.value.Value;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A step of a process: it asks, waits, or is a block of other steps. */
public sealed interface Step {

    /** What every step has. */
    Head head();

    /** The lists of steps in it; none if it is no block. */
    default List<List<Step>> lists() {
        return List.of();
    }

    /** Its name, which no other step of the process has. */
    default String name() {
        return head().name();
    }

    /** All steps of a list, and those within them, in the order of the definition. */
    static Stream<Step> all(List<Step> steps) {
        return steps.stream()
                .flatMap(step ->
                        Stream.concat(Stream.of(step), step.lists().stream().flatMap(Step::all)));
    }

    /**
     * An operation is asked; another process, too.
     *
     * @param input the request
     * @param compensation the operation that undoes it; null for the one that the directory has, if it has one
     * @param pivot whether nothing is undone any more after it
     */
    record Operation(Head head, String operation, Value input, @Nullable String compensation, boolean pivot)
            implements Step {}

    /**
     * Lists of steps at the same time.
     *
     * @param join when it is done
     * @param serial whether its branches are undone one step after the other, what was done last first
     * @param withdraws whether what runs is withdrawn where a branch has failed, and not awaited
     */
    record Parallel(Head head, List<List<Step>> branches, Join join, boolean serial, boolean withdraws)
            implements Step {

        @Override
        public List<List<Step>> lists() {
            return branches;
        }
    }

    /** The first list of steps whose condition holds. */
    record Choose(Head head, List<Choice> choices) implements Step {

        @Override
        public List<List<Step>> lists() {
            return choices.stream().map(Choice::steps).toList();
        }
    }

    /**
     * The same steps for each item of an array.
     *
     * @param items the array
     * @param as the name under which a round finds its item
     * @param parallelism how many rounds are begun at a time
     */
    record ForEach(Head head, Value items, String as, int parallelism, List<Step> steps) implements Step {

        @Override
        public List<List<Step>> lists() {
            return List.of(steps);
        }
    }

    /**
     * A message to the process is awaited.
     *
     * @param message its name
     * @param from who may send it; null if whoever may ask for the process may
     * @param terms which messages it takes, and how many
     */
    record Await(Head head, String message, @Nullable String from, AwaitTerms terms) implements Step {}

    /**
     * Time passes.
     *
     * @param until an ISO 8601 duration, or instant
     */
    record Wait(Head head, Value until) implements Step {}
}
