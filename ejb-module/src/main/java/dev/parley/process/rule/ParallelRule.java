package dev.parley.process.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.process.definition.Step;
import dev.parley.process.rule.Branches.Branch;
import dev.parley.process.state.Block;
import dev.parley.process.state.StepId;
import dev.parley.process.state.StepState;
import dev.parley.process.state.StepStatus;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Branches at the same time, until as many of them are done as are needed; what the others have done is undone. */
final class ParallelRule {

    private ParallelRule() {}

    static void begin(Step.Parallel step, StepId id, Draft draft) {
        Blocks.begin(step, id, Block.NEW, draft);
    }

    static StepProgress advance(Step.Parallel step, StepState state, Draft draft) {
        return Blocks.advance(
                step, state, () -> within(step, state.id(), draft), () -> undoAll(step, state, false, draft), draft);
    }

    private static StepProgress within(Step.Parallel step, StepId id, Draft draft) {
        List<Branch> branches = branches(step, id);
        List<Integer> lost = Blocks.of(state(id, draft)).lost();
        List<StepProgress> seen = Branches.look(branches, draft);
        List<Integer> failed = IntStream.range(0, seen.size())
                .filter(i -> seen.get(i).isFailed() && !lost.contains(i))
                .boxed()
                .toList();
        int needed = step.join().needed(branches.size());
        if (branches.size() - lost.size() - failed.size() < needed && !failed.isEmpty()) {
            return seen.get(failed.get(0));
        }
        if (draft.isLooking()) {
            return seen.stream().filter(StepProgress::isDone).count() >= needed ? StepProgress.DONE : StepProgress.OPEN;
        }
        failed.forEach(branch -> lose(branch, seen.get(branch), id, draft));
        goOn(step, id, draft);
        return count(step, id, needed, draft);
    }

    private static void lose(int branch, StepProgress outcome, StepId id, Draft draft) {
        var note = Notes.of("lost").put("step", id.toString()).put("branch", branch);
        note.set("fault", outcome.fault());
        draft.note(null, note);
        draft.put(state(id, draft).with(Blocks.of(state(id, draft)).lost(branch)));
    }

    private static void win(StepState state, Draft draft) {
        var note = Notes.of("won").put("step", state.id().toString());
        Blocks.of(state).winners().forEach(note.putArray("branches")::add);
        draft.note(null, note);
    }

    private static StepState state(StepId id, Draft draft) {
        return Objects.requireNonNull(draft.step(id), "It has begun");
    }

    /** Branches that have failed are undone; the others go on. */
    private static void goOn(Step.Parallel step, StepId id, Draft draft) {
        List<Branch> branches = branches(step, id);
        List<Integer> lost = Blocks.of(state(id, draft)).lost();
        for (int i = 0; i < branches.size(); i++) {
            if (lost.contains(i)) {
                branches.get(i).undo(step.withdraws(), draft);
            } else {
                branches.get(i).advance(draft);
            }
        }
    }

    /** Branches that are done have won, in the order in which that is seen. */
    private static StepProgress count(Step.Parallel step, StepId id, int needed, Draft draft) {
        List<Branch> branches = branches(step, id);
        List<StepProgress> seen = Branches.look(branches, draft);
        StepState state = state(id, draft);
        for (int i = 0; i < branches.size(); i++) {
            Block block = Blocks.of(state);
            if (seen.get(i).isDone()
                    && !block.winners().contains(i)
                    && block.winners().size() < needed) {
                state = state.with(block.won(i));
                draft.put(state);
            }
        }
        if (Blocks.of(state).winners().size() < needed) {
            return StepProgress.OPEN;
        }
        StepState won = state;
        if (needed < branches.size()) {
            win(won, draft);
        }
        StepProgress done = Blocks.done(state, () -> reply(step, won, draft), draft);
        undoLosers(step, won, draft);
        return done;
    }

    /** Goes on undoing what branches have done that did not win, wherever they are; whether nothing of that is left. */
    static boolean undoLosers(Draft draft) {
        boolean done = true;
        for (StepState state : draft.steps()) {
            if (state.status() == StepStatus.SUCCEEDED
                    && state.block() != null
                    && draft.definition().step(state.id().name()).orElse(null) instanceof Step.Parallel step) {
                done &= undoLosers(step, state, draft);
            }
        }
        return done;
    }

    private static boolean undoLosers(Step.Parallel step, StepState state, Draft draft) {
        List<Integer> winners = Blocks.of(state).winners();
        List<Branch> branches = branches(step, state.id());
        boolean done = true;
        for (int i = 0; i < branches.size(); i++) {
            if (!winners.contains(i)) {
                done &= branches.get(i).undo(true, draft);
            }
        }
        return done;
    }

    private static @Nullable JsonNode reply(Step.Parallel step, StepState state, Draft draft) {
        List<Integer> winners = Blocks.of(state).winners();
        List<Branch> branches = branches(step, state.id());
        if (step.join().first()) {
            Branch winner = branches.get(winners.get(0));
            return StepLists.reply(winner.steps(), winner.rounds(), draft);
        }
        ArrayNode replies = JsonNodeFactory.instance.arrayNode();
        for (int winner : winners.stream().sorted().toList()) {
            replies.add(StepLists.reply(
                    branches.get(winner).steps(), branches.get(winner).rounds(), draft));
        }
        return replies;
    }

    static boolean undo(Step.Parallel step, StepState state, boolean withdraw, Draft draft) {
        return Blocks.undo(state, () -> undoAll(step, state, withdraw, draft), draft);
    }

    private static boolean undoAll(Step.Parallel step, StepState state, boolean withdraw, Draft draft) {
        List<Branch> branches = branches(step, state.id());
        boolean withdraws = withdraw || step.withdraws();
        return step.serial()
                ? Branches.undoSerially(branches, withdraws, draft)
                : Branches.undo(branches, withdraws, draft);
    }

    private static List<Branch> branches(Step.Parallel step, StepId id) {
        return step.branches().stream().map(b -> new Branch(b, id.rounds())).toList();
    }
}
