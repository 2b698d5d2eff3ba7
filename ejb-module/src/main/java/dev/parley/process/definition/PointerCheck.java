package dev.parley.process.definition;

import dev.parley.value.Findings;
import dev.parley.value.Mappings;
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

    private static final String MESSAGE = "message";

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
            Known there = step instanceof Step.Await await ? atMessage(await, known) : known;
            References.of(step).forEach(r -> check(r, there));
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

    /** What is known when a message has come: it, and those before it. */
    private Known atMessage(Step.Await await, Known known) {
        await.terms().key().values().stream().flatMap(Value::references).forEach(this::checkKey);
        Known there = known.copy();
        there.items().add(MESSAGE);
        there.messages().add(await.message());
        return there;
    }

    /** An instance is looked for before anything is known of it. */
    private void checkKey(Reference reference) {
        if (!reference.root().equals(MESSAGE)) {
            findings.refuse(reference.at(), "a pointer into the message, such as /message/orderId");
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
            case "request", Mappings.ROOT -> null;
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
