package dev.parley.process.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.process.definition.OnFault;
import dev.parley.process.state.StepState;
import dev.parley.process.state.StepStatus;

/** What becomes of a step that was not done, and is not tried again. */
final class Declined {

    private Declined() {}

    static void decline(StepState step, JsonNode fault, Draft draft) {
        OnFault onFault = OperationRule.head(step, draft).onFault();
        boolean named = onFault.target(Faults.name(fault)) != null;
        if (named || draft.undoing() != null) {
            Settled.faulted(step, fault, draft);
            return;
        }
        switch (onFault.rule()) {
            case COMPENSATE -> Settled.faulted(step, fault, draft);
            case IGNORE -> Settled.faulted(step, StepStatus.IGNORED, fault, draft);
            case STOP -> Settled.stuck(step, fault, draft);
        }
    }
}
