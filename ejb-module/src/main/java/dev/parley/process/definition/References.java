package dev.parley.process.definition;

import dev.parley.value.Condition;
import dev.parley.value.Reference;
import dev.parley.value.Value;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pointers of a definition, and where they are looked up. */
final class References {

    private References() {}

    /**
     * A pointer.
     *
     * @param step the step that it is looked up at; null for the reply and the attributes
     */
    record Found(@Nullable Step step, Reference reference) {}

    /** All pointers of steps, and of the reply. */
    static Stream<Found> of(ProcessDefinition definition) {
        Value reply = definition.reply();
        Stream<Found> replied =
                reply == null ? Stream.empty() : reply.references().map(r -> new Found(null, r));
        return Stream.concat(definition.allSteps().flatMap(s -> of(s).map(r -> new Found(s, r))), replied);
    }

    /** The pointers of one step, without those of the steps in it. */
    static Stream<Reference> of(Step step) {
        if (step instanceof Step.Operation operation) {
            return operation.input().references();
        }
        if (step instanceof Step.Choose choose) {
            return choose.choices().stream()
                    .map(Choice::when)
                    .filter(Objects::nonNull)
                    .flatMap(Condition::references);
        }
        if (step instanceof Step.ForEach forEach) {
            return forEach.items().references();
        }
        if (step instanceof Step.Await await) {
            return until(await);
        }
        return step instanceof Step.Wait wait ? wait.until().references() : Stream.empty();
    }

    /** The pointers of what makes messages enough. */
    static Stream<Reference> until(Step.Await await) {
        Collect collect = await.terms().collect();
        return collect == null || collect.until() == null
                ? Stream.empty()
                : collect.until().references();
    }
}
