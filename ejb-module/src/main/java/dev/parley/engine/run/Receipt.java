package dev.parley.engine.run;

import dev.parley.conversation.ConversationView;
import dev.parley.message.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The result of handling a request. One with neither a conversation nor a problem has not been handled: another
 * transaction is entering the same request, or has it in doubt.
 *
 * @param view the conversation, as far as it is; null if the request was refused
 * @param problem why it was refused, or null
 */
public record Receipt(@Nullable ConversationView view, @Nullable Problem problem) {

    /** The receipt of a request that another transaction is entering. */
    static final Receipt LOCKED = new Receipt(null, null);

    boolean isLocked() {
        return view == null && problem == null;
    }
}
