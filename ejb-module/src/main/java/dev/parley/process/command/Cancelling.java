package dev.parley.process.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Event;
import dev.parley.conversation.Status;
import dev.parley.conversation.request.ExchangeProblem;
import dev.parley.message.JsonText;
import dev.parley.process.event.UndoAsked;
import dev.parley.process.rule.Draft;
import dev.parley.process.rule.Notes;
import dev.parley.process.rule.Progress;
import dev.parley.process.rule.ToParent;
import dev.parley.process.state.Undoing;
import java.util.Objects;

/** How instances are cancelled: while they run, and after they have ended, as long as that can be undone. */
public final class Cancelling {

    private Cancelling() {}

    /**
     * Its requester, or an operator, wants it no more. The second time changes nothing.
     *
     * @throws dev.parley.message.Refusal if it is past its pivot, or has ended and cannot be undone any more; or if it
     *     is forced without a reason, or before its pivot
     */
    public static void cancel(Event.Cancelled wish, Draft draft) {
        if (wish.force() && wish.reason().isBlank()) {
            throw Refused.reasonMissing();
        }
        cancel(wish.by(), wish.reason(), wish.force(), draft);
    }

    /** The same as a command. */
    static void command(Commanded commanded, boolean force, Draft draft) {
        cancel(commanded.by(), commanded.reason(), force, draft);
    }

    /** Another process, which has this one undone, is told when that is done, or cannot be. */
    public static void undo(UndoAsked asked, Draft draft) {
        Status status = draft.conversation().status();
        Undoing undoing = draft.undoing();
        String successor = draft.lineage().successor();
        if (status.isFinal() && successor != null) {
            ToParent.refuse(asked.by(), Refused.takenOver(successor).problem(), draft);
        } else if (!status.isFinal() && undoing != null) {
            draft.undoing(undoing.telling(asked.by()));
        } else if (status == Status.SUCCEEDED && draft.flags().pivoted()) {
            ToParent.refuse(asked.by(), Refused.pastPivot().problem(), draft);
        } else if (status == Status.SUCCEEDED) {
            decide(false, draft);
            draft.undoing(
                    Objects.requireNonNull(draft.undoing(), "It was decided").telling(asked.by()));
        } else if (status.isFinal()) {
            ToParent.undone(asked.by(), draft);
        } else {
            ToParent.refuse(asked.by(), Refused.notNow("It has not ended.").problem(), draft);
        }
    }

    private static void cancel(String by, String reason, boolean force, Draft draft) {
        if (isNew(force, draft)) {
            ObjectNode note = Notes.of("cancel");
            if (!reason.isBlank()) {
                note.put("reason", reason);
            }
            draft.note(by, force ? note.put("force", true) : note);
            decide(force, draft);
        }
    }

    private static boolean isNew(boolean force, Draft draft) {
        Status status = draft.conversation().status();
        if (status == Status.CANCELLED || (!status.isFinal() && draft.undoing() != null)) {
            return false;
        }
        if (status.isFinal() && status != Status.SUCCEEDED) {
            throw Refused.ended(draft);
        }
        if (draft.lineage().successor() != null) {
            throw Refused.takenOver(draft.lineage().successor());
        }
        if (draft.flags().pivoted() != force) {
            throw force ? Refused.beforePivot() : Refused.pastPivot();
        }
        boolean late = draft.now()
                .isAfter(
                        draft.conversation().updatedAt().plus(draft.definition().compensable()));
        if (status.isFinal() && late) {
            throw Refused.tooLate();
        }
        return true;
    }

    private static void decide(boolean force, Draft draft) {
        boolean ended = draft.conversation().status().isFinal();
        JsonNode fault = JsonText.parseExactly(ExchangeProblem.CANCELLED
                .because(draft.conversation().operation() + " was cancelled; what was done is being undone.")
                .toJson());
        Progress.decide(ended ? Undoing.Cause.REGRET : Undoing.Cause.CANCEL, fault, force, draft);
    }
}
