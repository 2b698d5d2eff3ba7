package dev.parley.process.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.value.Mappings;
import dev.parley.value.Reference;
import dev.parley.value.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A process, as it was defined: data that is interpreted, and never replayed.
 *
 * @param name its name, that of the operation which begins it
 * @param json its canonical form
 * @param input the schema of its request; null for any JSON
 * @param deadline how long it may take if the request does not say
 * @param compensateWithin how long a compensation is tried again
 * @param compensable how long after its end it can be undone
 * @param attributes what its instances are found by
 * @param steps what is done, in this order
 * @param reply its reply; null for an empty one
 */
public record ProcessDefinition(
        String name,
        JsonNode json,
        @Nullable JsonNode input,
        Duration deadline,
        Duration compensateWithin,
        Duration compensable,
        Map<String, Value> attributes,
        List<Step> steps,
        @Nullable Value reply) {

    public ProcessDefinition {
        attributes = Map.copyOf(attributes);
        steps = List.copyOf(steps);
    }

    /** All its steps, those in blocks too, in the order of the definition. */
    public Stream<Step> allSteps() {
        return Step.all(steps);
    }

    /** The step of that name. */
    public Optional<Step> step(String stepName) {
        return allSteps().filter(s -> s.name().equals(stepName)).findFirst();
    }

    /** The messages that it awaits, by their names. */
    public Map<String, AwaitedMessage> messages() {
        return AwaitedMessage.of(allSteps());
    }

    /** The blocks that a step is in, from outside. */
    public List<Step> blocksAround(String stepName) {
        return around(steps, stepName).orElse(List.of());
    }

    /** The rounds that a step is in, from outside. */
    public List<Step.ForEach> around(String stepName) {
        return blocksAround(stepName).stream()
                .filter(Step.ForEach.class::isInstance)
                .map(Step.ForEach.class::cast)
                .toList();
    }

    private static Optional<List<Step>> around(List<Step> list, String stepName) {
        if (list.stream().anyMatch(s -> s.name().equals(stepName))) {
            return Optional.of(List.of());
        }
        return list.stream()
                .flatMap(block -> block.lists().stream()
                        .flatMap(inner -> around(inner, stepName).stream())
                        .map(found ->
                                Stream.concat(Stream.of(block), found.stream()).toList()))
                .findFirst();
    }

    /** Its canonical form, JSON text. */
    public String toJson() {
        return json.toString();
    }

    /** The hash of its content: the same content is the same version. */
    public String hash() {
        return Canonical.hash(json);
    }

    /** Whether something points into the reply of that step. */
    public boolean needsReply(String stepName) {
        return References.of(this).map(References.Found::reference).anyMatch(r -> pointsAt(r, stepName));
    }

    /** Whether the code of an application is a part of it. */
    boolean needsCode() {
        return References.of(this).anyMatch(f -> isCode(f.reference()));
    }

    /** What code looks at is not known. */
    private static boolean isCode(Reference reference) {
        return reference.root().equals(Mappings.ROOT);
    }

    private static boolean pointsAt(Reference reference, String stepName) {
        return isCode(reference)
                || (reference.root().equals("steps")
                        && reference.second().equals(stepName)
                        && !reference.third().equals("fault"));
    }
}
