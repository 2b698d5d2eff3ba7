package dev.parley.process.command;

import dev.parley.message.Refusal;
import dev.parley.process.definition.ProcessDefinition;
import dev.parley.process.definition.Step;
import dev.parley.process.event.BeginAgain;
import dev.parley.process.rule.Draft;
import dev.parley.process.rule.Notes;
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

    /** What was undone in a block that is done was not wanted there. */
    private static final Set<StepStatus> UNWANTED = Set.of(StepStatus.COMPENSATED, StepStatus.CANCELLED);

    private Rerun() {}

    /**
     * Has a new instance begin with what this one has done before a step. From then on that is the other's to undo.
     *
     * @throws Refusal if it goes on, was rerun before, or what comes before that step cannot be taken over
     */
    static void command(Commanded commanded, Command.Rerun rerun, Draft draft) {
        if (!draft.conversation().status().isFinal()) {
            throw Refused.notNow("It goes on: cancel it, or wait for its end.");
        }
        String successor = draft.lineage().successor();
        if (successor != null) {
            throw Refused.notNow("What it did was taken over by " + successor + " already.");
        }
        boolean takesOver =
                !before(draft.before(), draft.definition(), rerun.from()).isEmpty();
        draft.note(
                commanded.by(),
                Notes.of("rerun")
                        .put("reason", commanded.reason())
                        .put("from", rerun.from())
                        .put("conversationId", rerun.as()));
        if (takesOver) {
            draft.lineage(draft.lineage().succeededBy(rerun.as()));
        }
        draft.add(new BeginAgain(rerun.from(), rerun.as(), commanded.by()));
    }

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
                taken.put(id, kept(step, names.contains(step.id().name())));
            }
        });
        return taken;
    }

    private static StepState kept(StepState step, boolean ofProcess) {
        boolean unwanted = !ofProcess && UNWANTED.contains(step.status());
        if ((!KEPT.contains(step.status()) && !unwanted) || step.isWrittenOff()) {
            throw Refused.notNow("Step " + step.id() + " is " + step.status()
                    + ": what was undone, or is not done, is not taken over.");
        }
        return step;
    }
}
