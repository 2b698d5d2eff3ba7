package dev.parley.process.definition;

import dev.parley.value.Findings;
import dev.parley.value.Reference;
import dev.parley.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Pointers: each points at what may be known where it stands. */
final class PointerCheck {

    private static final Set<String> ANSWERS = Set.of("reply", "fault");
    private static final Set<String> OF_PROCESS = Set.of("id", "startedAt");

    private final ProcessDefinition definition;
    private final Findings findings;

    PointerCheck(ProcessDefinition definition, Findings findings) {
        this.definition = definition;
        this.findings = findings;
    }

    /** What is known at some place: earlier steps, messages, and the items of the rounds that it is in. */
    private record Known(Set<String> steps, Set<String> messages, Set<String> items) {

        Known copy() {
            return new Known(new HashSet<>(steps), new HashSet<>(messages), new HashSet<>(items));
        }

        /** What is in a round is known in it alone. */
        void after(Step step) {
            steps.add(step.name());
            if (step instanceof Step.Await await) {
                messages.add(await.message());
            }
            if (!(step instanceof Step.ForEach)) {
                step.lists().forEach(list -> list.forEach(this::after));
            }
        }
    }

    void check() {
        Known known = new Known(new HashSet<>(), new HashSet<>(), new HashSet<>());
        definition.attributes().values().stream().flatMap(Value::references).forEach(r -> check(r, known));
        list(definition.steps(), known);
        if (definition.reply() != null) {
            definition.reply().references().forEach(r -> check(r, known));
        }
    }

    private void list(List<Step> steps, Known known) {
        for (Step step : steps) {
            References.of(step).forEach(r -> check(r, known));
            step.lists().forEach(inner -> {
                Known within = known.copy();
                if (step instanceof Step.ForEach forEach) {
                    within.items().add(forEach.as());
                }
                list(inner, within);
            });
            known.after(step);
        }
    }

    private void check(Reference reference, Known known) {
        String expected = expected(reference, known);
        if (expected != null) {
            findings.refuse(reference.at(), expected);
        }
    }

    private @Nullable String expected(Reference reference, Known known) {
        String name = reference.second();
        return switch (reference.root()) {
            case "request" -> null;
            case "process" -> OF_PROCESS.contains(name) ? null : "/process/id or /process/startedAt";
            case "messages" -> known.messages().contains(name) ? null : unknown("/messages/{name}", known.messages());
            case "steps" -> step(reference, known);
            default -> known.items().contains(reference.root()) ? null : root(known);
        };
    }

    private @Nullable String step(Reference reference, Known known) {
        if (!known.steps().contains(reference.second())) {
            return definition.step(reference.second()).isPresent()
                    ? "a step that is done before; '" + reference.second()
                            + "' comes later, beside, or in rounds of its own"
                    : unknown("/steps/{name}", known.steps());
        }
        return ANSWERS.contains(reference.third()) ? null : "/steps/" + reference.second() + "/reply or /fault";
    }

    private static String unknown(String form, Set<String> known) {
        return known.isEmpty()
                ? "another pointer: nothing is known yet at " + form
                : form + " with one of " + known.stream().sorted().toList();
    }

    private static String root(Known known) {
        String items = String.join(
                "", known.items().stream().sorted().map(i -> ", /" + i).toList());
        return "a pointer that begins with /request, /steps, /messages, /process" + items;
    }
}
