package dev.parley.process.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.message.Problem;
import dev.parley.process.definition.Step;
import dev.parley.process.rule.Branches.Branch;
import dev.parley.process.state.Block;
import dev.parley.process.state.StepId;
import dev.parley.process.state.StepState;
import dev.parley.value.ValueMissing;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A round for each item, so many of them at a time; each keeps what it was asked and answered, and is undone with that.
 */
final class ForEachRule {

    private ForEachRule() {}

    static void begin(Step.ForEach step, StepId id, Draft draft) {
        StepState begun = Blocks.begin(step, id, Block.NEW, draft);
        try {
            JsonNode items = step.items().in(draft.scope(id));
            if (!items.isArray()) {
                Settled.stuck(
                        begun, Faults.json(ProcessProblem.VALUE_INVALID.because("forEach needs an array.")), draft);
            } else if (draft.isFull(items.size() * Step.all(step.steps()).count()) || !draft.keeps(items)) {
                Settled.stuck(begun, Faults.json(tooMany(items.size(), draft)), draft);
            } else {
                List<JsonNode> list = new ArrayList<>();
                items.forEach(list::add);
                draft.put(begun.with(Block.NEW.over(list)));
            }
        } catch (ValueMissing e) {
            Settled.stuck(begun, Faults.json(ProcessProblem.of(e)), draft);
        }
    }

    private static Problem tooMany(int rounds, Draft draft) {
        return ProcessProblem.TOO_MANY_STEPS.because(rounds + " rounds are too many: a process begins at most "
                + draft.settings().maxSteps() + " steps; have each round be a process of its own.");
    }

    static StepProgress advance(Step.ForEach step, StepState state, Draft draft) {
        return Blocks.advance(
                step, state, () -> within(step, state, draft), () -> undoRounds(step, state, false, draft), draft);
    }

    private static StepProgress within(Step.ForEach step, StepState state, Draft draft) {
        List<Branch> rounds = rounds(step, state);
        List<StepProgress> seen = Branches.look(rounds, draft);
        for (StepProgress outcome : seen) {
            if (outcome.isFailed()) {
                return outcome;
            }
        }
        if (!draft.isLooking()) {
            seen = begin(step, rounds, draft);
        }
        return seen.stream().allMatch(StepProgress::isDone)
                ? Blocks.done(state, () -> replies(rounds, draft), draft)
                : StepProgress.OPEN;
    }

    /** Rounds go on in their order; as many as may at a time. */
    private static List<StepProgress> begin(Step.ForEach step, List<Branch> rounds, Draft draft) {
        List<StepProgress> outcomes = new ArrayList<>();
        int open = 0;
        for (Branch round : rounds) {
            StepProgress outcome = open < step.parallelism() ? round.advance(draft) : StepProgress.OPEN;
            outcomes.add(outcome);
            open += outcome.isDone() ? 0 : 1;
        }
        return outcomes;
    }

    private static JsonNode replies(List<Branch> rounds, Draft draft) {
        ArrayNode replies = JsonNodeFactory.instance.arrayNode();
        rounds.forEach(r -> replies.add(StepLists.reply(r.steps(), r.rounds(), draft)));
        return replies;
    }

    static boolean undo(Step.ForEach step, StepState state, boolean withdraw, Draft draft) {
        return Blocks.undo(state, () -> undoRounds(step, state, withdraw, draft), draft);
    }

    /** The last first, as many at a time as were done at a time; those that run are all told. */
    private static boolean undoRounds(Step.ForEach step, StepState state, boolean withdraw, Draft draft) {
        List<Branch> rounds = rounds(step, state);
        int open = 0;
        for (int i = rounds.size() - 1; i >= 0 && open < step.parallelism(); i--) {
            open += rounds.get(i).undo(withdraw, draft) ? 0 : 1;
        }
        return open == 0;
    }

    private static List<Branch> rounds(Step.ForEach step, StepState state) {
        return IntStream.range(0, Blocks.of(state).items().size())
                .mapToObj(i -> new Branch(step.steps(), state.id().rounds() + "." + i))
                .toList();
    }
}
