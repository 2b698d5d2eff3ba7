package dev.parley.process.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.Status;
import dev.parley.conversation.request.Problems;
import dev.parley.message.JsonText;
import dev.parley.process.rule.Draft;
import dev.parley.process.rule.Notes;
import dev.parley.process.rule.Progress;
import dev.parley.process.state.Undoing;

/** How instances are cancelled: while they run, and after they have ended, as long as that can be undone. */
public final class Cancelling {

    private Cancelling() {}

    /**
     * Its requester, or an operator, wants it no more. The second time changes nothing.
     *
     * @throws dev.parley.message.Refusal if it is past its pivot, or has ended and cannot be undone any more
     */
    public static void cancel(String by, Draft draft) {
        if (isNew(false, draft)) {
            draft.note(by, Notes.of("cancel"));
            decide(false, draft);
        }
    }

    /** The same as a command. */
    static void command(Commanded commanded, boolean force, Draft draft) {
        if (isNew(force, draft)) {
            draft.note(
                    commanded.by(),
                    Notes.of("cancel").put("reason", commanded.reason()).put("force", force));
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
        if (draft.flags().pivoted() && !force) {
            throw Refused.pastPivot();
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
        JsonNode fault =
                JsonText.parseExactly(Problems.cancelled(draft.conversation()).toJson());
        Progress.decide(ended ? Undoing.Cause.REGRET : Undoing.Cause.CANCEL, fault, force, draft);
    }
}
