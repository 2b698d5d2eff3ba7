package dev.parley.slip.engine;

import dev.parley.conversation.Action;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.PatternActions;
import dev.parley.message.Caller;
import dev.parley.slip.SlipPattern;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What may be done with the conversation of a slip: nothing. What there is, is done with the slip. */
@ApplicationScoped
class SlipActions implements PatternActions {

    @Override
    public String pattern() {
        return SlipPattern.NAME;
    }

    @Override
    public List<Action> actions(Conversation conversation, Caller caller) {
        return List.of();
    }
}
