package dev.parley.slip.engine;

import dev.parley.conversation.Action;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.PatternActions;
import dev.parley.conversation.Status;
import dev.parley.message.Caller;
import dev.parley.slip.SlipPattern;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What may be done with a slip: operators have one that is stuck go on. */
@ApplicationScoped
class SlipActions implements PatternActions {

    private static final List<Action> OF_STUCK = List.of(command("retry"), command("skip"));

    @Override
    public String pattern() {
        return SlipPattern.NAME;
    }

    @Override
    public List<Action> actions(Conversation conversation, Caller caller) {
        return caller.operator() && conversation.status() == Status.STUCK ? OF_STUCK : List.of();
    }

    private static Action command(String name) {
        return new Action(name, null, null, false, true, null);
    }
}
