package dev.parley.process.definition;

import dev.parley.value.Findings;
import java.util.List;

/** Pivots: at most one on a path, and none where others run at the same time, or where a fault may be passed over. */
final class PivotCheck {

    private final ProcessDefinition definition;
    private final Findings findings;

    PivotCheck(ProcessDefinition definition, Findings findings) {
        this.definition = definition;
        this.findings = findings;
    }

    void check() {
        pivots(definition.steps(), false);
    }

    /** Whether there is a pivot on some path to the end of the list. */
    private boolean pivots(List<Step> steps, boolean before) {
        boolean pivoted = before;
        for (Step step : steps) {
            pivoted |= pivots(step, pivoted);
        }
        return pivoted;
    }

    private boolean pivots(Step step, boolean before) {
        if (step instanceof Step.Operation operation) {
            if (operation.pivot() && before) {
                refuse(operation, "at most one pivot on each path, and there is one before");
            }
            return operation.pivot();
        }
        if (step instanceof Step.Choose choose && !mayBePassedOver(choose)) {
            return choose.choices().stream().map(c -> pivots(c.steps(), before)).reduce(false, Boolean::logicalOr);
        }
        Step.all(step.lists().stream().flatMap(List::stream).toList())
                .filter(inner -> inner instanceof Step.Operation operation && operation.pivot())
                .forEach(inner -> refuse(inner, "no pivot in " + where(step)));
        return false;
    }

    private static boolean mayBePassedOver(Step step) {
        OnFault onFault = step.head().onFault();
        return onFault.rule() == OnFault.Rule.IGNORE || !onFault.goTo().isEmpty();
    }

    private static String where(Step step) {
        return step instanceof Step.Choose
                ? "a block whose faults are passed over: it could not be undone"
                : "a parallel step or a forEach: what runs beside it could not be undone";
    }

    private void refuse(Step step, String expected) {
        findings.refuse(step.head().at() + "/pivot", expected);
    }
}
