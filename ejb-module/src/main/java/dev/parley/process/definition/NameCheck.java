package dev.parley.process.definition;

import dev.parley.definition.Fields;
import dev.parley.value.Findings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names of steps: each is there once, and who goes to one goes forward, in the same list. */
final class NameCheck {

    /** The name under which the reply of the process can be looked at, and given, where it is stuck. */
    static final String REPLY = "reply";

    private final ProcessDefinition definition;
    private final Findings findings;

    NameCheck(ProcessDefinition definition, Findings findings) {
        this.definition = definition;
        this.findings = findings;
    }

    void check() {
        Set<String> names = new HashSet<>(Set.of(REPLY));
        definition.allSteps().filter(step -> !names.add(step.name())).forEach(this::taken);
        targets(definition.steps());
    }

    private void taken(Step step) {
        if (!step.name().isEmpty()) {
            findings.refuse(step.head().at() + "/name", "a name that no other step has, and not '" + REPLY + "'");
        }
    }

    private void targets(List<Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            List<String> after =
                    steps.subList(i + 1, steps.size()).stream().map(Step::name).toList();
            Head head = steps.get(i).head();
            head.onFault().goTo().forEach((fault, target) -> {
                if (!after.contains(target)) {
                    findings.refuse(
                            Fields.pointer(head.at() + "/onFault", fault),
                            "a step that comes later in the same list"
                                    + (after.isEmpty() ? "; none does" : ": " + after));
                }
            });
            steps.get(i).lists().forEach(this::targets);
        }
    }
}
