package dev.parley.conversation.gathering;

import dev.parley.conversation.Effect;
import java.util.List;

/**
 * Let those go whose answer is not wanted any more.
 *
 * @param unanswered who need not do any more what they were asked for, if they have not begun it
 * @param undone who are to undo what they have done, with their replies
 */
public record Release(List<String> unanswered, List<GatheredAnswer> undone) implements Effect.OfPattern {

    public Release {
        unanswered = List.copyOf(unanswered);
        undone = List.copyOf(undone);
    }
}
