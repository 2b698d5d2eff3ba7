package dev.parley.process.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.definition.Fields;
import dev.parley.value.Findings;
import java.util.Objects;

/** Messages: their keys are attributes, and all steps that await one mean the same one. */
final class MessageCheck {

    private final ProcessDefinition definition;
    private final Findings findings;

    MessageCheck(ProcessDefinition definition, Findings findings) {
        this.definition = definition;
        this.findings = findings;
    }

    void check() {
        definition.messages().values().forEach(message -> {
            message.steps().forEach(this::check);
            message.steps().forEach(step -> same(step, message));
        });
    }

    private void check(Step.Await step) {
        AwaitTerms terms = step.terms();
        if (terms.start() && terms.key().isEmpty()) {
            findings.refuse(
                    step.head().at() + "/start", "a key beside it, by which an instance is found if there is one");
        }
        terms.key().keySet().stream()
                .filter(attribute -> !definition.attributes().containsKey(attribute))
                .forEach(attribute -> findings.refuse(
                        Fields.pointer(step.head().at() + "/key", attribute),
                        "an attribute of the process; there are "
                                + definition.attributes().keySet().stream()
                                        .sorted()
                                        .toList()));
    }

    private void same(Step.Await step, AwaitedMessage message) {
        if (step.terms().schema() != null && !Objects.equals(step.terms().schema(), message.schema())) {
            findings.refuse(step.head().at() + "/schema", "the same schema as the first step that awaits the message");
        }
        if (!step.terms().key().isEmpty() && !json(step).equals(json(first(message)))) {
            findings.refuse(step.head().at() + "/key", "the same key as the first step that awaits the message");
        }
    }

    private static Step.Await first(AwaitedMessage message) {
        return message.steps().stream()
                .filter(step -> !step.terms().key().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private JsonNode json(Step.Await step) {
        return definition.json().at(step.head().at() + "/key");
    }
}
