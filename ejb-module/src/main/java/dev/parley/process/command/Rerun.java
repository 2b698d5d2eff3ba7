package dev.parley.process.command;

import dev.parley.message.Refusal;
import dev.parley.process.definition.ProcessDefinition;
import dev.parley.process.definition.Step;
import dev.parley.process.rule.ProcessProblem;
import dev.parley.process.state.ProcessState;
import dev.parley.process.state.StepState;
import dev.parley.process.state.StepStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a new instance takes over from one that it begins in the middle of: history is never rewritten, but begun anew
 * from some point.
 */
public final class Rerun {

    private static final Set<StepStatus> KEPT =
            Set.of(StepStatus.SUCCEEDED, StepStatus.IGNORED, StepStatus.SKIPPED, StepStatus.FAULTED);

    private Rerun() {}

    /**
     * The steps before that one, as they were done.
     *
     * @param from a step of the process's own list
     * @throws Refusal if there is no such step, or one before it was undone, or is not done
     */
    public static Map<String, StepState> before(ProcessState state, ProcessDefinition definition, String from) {
        List<Step> steps = definition.steps();
        List<String> names = steps.stream().map(Step::name).toList();
        if (!names.contains(from)) {
            throw new Refusal(
                    ProcessProblem.STEP_UNKNOWN.because("Rerun from one of " + names + ", not from '" + from + "'."));
        }
        Set<String> before =
                Step.all(steps.subList(0, names.indexOf(from))).map(Step::name).collect(Collectors.toSet());
        Map<String, StepState> taken = new LinkedHashMap<>();
        state.steps().forEach((id, step) -> {
            if (before.contains(step.id().name())) {
                taken.put(id, kept(step));
            }
        });
        return taken;
    }

    private static StepState kept(StepState step) {
        if (!KEPT.contains(step.status()) || step.isWrittenOff()) {
            throw Refused.notNow("Step " + step.id() + " is " + step.status()
                    + ": what was undone, or is not done, is not taken over.");
        }
        return step;
    }
}
