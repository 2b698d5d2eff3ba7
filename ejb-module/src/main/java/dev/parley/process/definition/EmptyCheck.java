package dev.parley.process.definition;

import dev.parley.value.Findings;

/** Lists of steps that have none, where that can only be a mistake: what was stored before is not looked at again. */
final class EmptyCheck {

    private static final String WANTED = "at least one step";

    private final ProcessDefinition definition;
    private final Findings findings;

    EmptyCheck(ProcessDefinition definition, Findings findings) {
        this.definition = definition;
        this.findings = findings;
    }

    void check() {
        if (definition.json().path("steps").isArray()
                && definition.json().path("steps").isEmpty()) {
            findings.refuse("/steps", WANTED);
        }
        definition
                .allSteps()
                .filter(step -> step instanceof Step.ForEach forEach
                        && forEach.steps().isEmpty()
                        && definition.json().at(step.head().at() + "/steps").isEmpty())
                .forEach(step -> findings.refuse(step.head().at() + "/steps", WANTED));
    }
}
