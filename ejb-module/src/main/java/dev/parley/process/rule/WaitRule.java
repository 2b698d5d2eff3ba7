package dev.parley.process.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.process.definition.Step;
import dev.parley.process.definition.Times;
import dev.parley.process.state.StepId;
import dev.parley.process.state.StepRecord;
import dev.parley.process.state.StepState;
import dev.parley.value.ValueMissing;
import java.time.Instant;
import java.util.Optional;

/** A step in which time passes. */
final class WaitRule {

    private WaitRule() {}

    static void begin(Step.Wait step, StepId id, Draft draft) {
        StepState begun = StepState.begun(id, StepRecord.NOTHING, null, draft.now());
        try {
            JsonNode time = step.until().in(draft.scope(id));
            Optional<Instant> until = Times.from(time, draft.now());
            if (until.isEmpty()) {
                Settled.stuck(begun, Faults.json(ProcessProblem.VALUE_INVALID.because("No time: " + time)), draft);
            } else if (until.get().isAfter(draft.now())) {
                draft.put(begun.with(begun.work().lookedAt(until.get())));
            } else {
                Settled.succeeded(begun, null, draft);
            }
        } catch (ValueMissing e) {
            Settled.stuck(begun, Faults.json(ProcessProblem.of(e)), draft);
        }
    }
}
