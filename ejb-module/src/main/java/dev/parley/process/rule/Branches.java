package dev.parley.process.rule;

import dev.parley.process.definition.Step;
import dev.parley.process.state.StepStatus;
import java.util.ArrayList;
import java.util.List;

/** Lists of steps that are done at the same time: once one of them has failed, none begins another step. */
final class Branches {

    /**
     * One of them.
     *
     * @param rounds the rounds that it is in
     */
    record Branch(List<Step> steps, String rounds) {

        StepProgress advance(Draft draft) {
            return StepLists.advance(steps, rounds, draft);
        }

        boolean undo(boolean withdraw, Draft draft) {
            return StepLists.undo(steps, rounds, withdraw, draft);
        }
    }

    private Branches() {}

    /** How far each has come, with nothing begun. */
    static List<StepProgress> look(List<Branch> branches, Draft draft) {
        return draft.looking(() -> each(branches, draft));
    }

    /** How far each comes. */
    static List<StepProgress> each(List<Branch> branches, Draft draft) {
        List<StepProgress> outcomes = new ArrayList<>();
        for (Branch branch : branches) {
            outcomes.add(branch.advance(draft));
        }
        return outcomes;
    }

    /** Undoes them at the same time. */
    static boolean undo(List<Branch> branches, boolean withdraw, Draft draft) {
        boolean done = true;
        for (Branch branch : branches) {
            done &= branch.undo(withdraw, draft);
        }
        return done;
    }

    /** Undoes them one step after the other, what was done last first; what runs has ended before. */
    static boolean undoSerially(List<Branch> branches, boolean withdraw, Draft draft) {
        List<Branch> busy = branches.stream().filter(b -> isBusy(b, draft)).toList();
        draft.holding(() -> undo(busy, withdraw, draft));
        if (busy.stream().anyMatch(b -> isBusy(b, draft))) {
            return false;
        }
        List<Branch> left = new ArrayList<>(branches);
        while (!left.isEmpty()) {
            Branch last = left.stream()
                    .reduce((a, b) ->
                            StepLists.last(b.steps(), b.rounds(), draft) > StepLists.last(a.steps(), a.rounds(), draft)
                                    ? b
                                    : a)
                    .orElseThrow();
            if (!last.undo(withdraw, draft)) {
                return false;
            }
            left.remove(last);
        }
        return true;
    }

    private static boolean isBusy(Branch branch, Draft draft) {
        List<String> names = Step.all(branch.steps()).map(Step::name).toList();
        return draft.steps().stream()
                .filter(s -> s.block() == null && names.contains(s.id().name()))
                .filter(s -> s.id().isIn(branch.rounds()))
                .anyMatch(s -> s.isOpen() || s.status() == StepStatus.STUCK);
    }
}
