package dev.parley.process;

import dev.parley.conversation.Action;
import dev.parley.conversation.Conversation;
import dev.parley.process.state.ProcessState;
import java.util.List;

/**
 * An instance of a process to be shown.
 *
 * @param conversation the conversation
 * @param state where its steps stand
 * @param actions what the caller may have done with it now
 */
public record InstanceView(Conversation conversation, ProcessState state, List<Action> actions) {

    public InstanceView {
        actions = List.copyOf(actions);
    }
}
