package dev.parley.conversation;

import dev.parley.message.Caller;
import java.util.List;

/** What may be done with the conversations of one pattern, where that is more, or less, than to cancel what goes on. */
public interface PatternActions {

    /** The name of the pattern. */
    String pattern();

    /**
     * What a caller may have done with a conversation now.
     *
     * @param conversation one of the pattern's, which the caller may see
     */
    List<Action> actions(Conversation conversation, Caller caller);
}
