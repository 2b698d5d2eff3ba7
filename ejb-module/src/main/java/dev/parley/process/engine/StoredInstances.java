package dev.parley.process.engine;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationProblem;
import dev.parley.engine.commit.Ids;
import dev.parley.engine.journal.Conversations;
import dev.parley.engine.run.Interventions;
import dev.parley.message.Caller;
import dev.parley.message.CommonProblem;
import dev.parley.message.Participant;
import dev.parley.message.Refusal;
import dev.parley.process.InstanceView;
import dev.parley.process.Instances;
import dev.parley.process.command.CommandReader;
import dev.parley.process.command.Commanded;
import dev.parley.process.state.ProcessState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The instances in the database. */
@ApplicationScoped
class StoredInstances implements Instances {

    @Inject
    Conversations conversations;

    @Inject
    Interventions interventions;

    @Inject
    InstanceActions actions;

    @Override
    public InstanceView get(String id, Caller caller) {
        Conversation conversation = conversations.get(id, caller).conversation();
        if (conversation.patternState() instanceof ProcessState state) {
            return new InstanceView(conversation, state, actions.actions(conversation, caller));
        }
        throw new Refusal(ConversationProblem.CONVERSATION_UNKNOWN.because("This conversation is not a process."));
    }

    @Override
    public InstanceView command(String id, CommandReader.Read command, Caller caller) {
        happen(id, command, caller);
        return get(id, caller);
    }

    @Override
    public InstanceView rerun(String id, String body, Caller caller) {
        String as = Ids.next();
        happen(id, CommandReader.rerun(as, body), caller);
        return get(as, caller);
    }

    private void happen(String id, CommandReader.Read command, Caller caller) {
        Conversation seen = get(id, caller).conversation();
        if (!caller.operator()) {
            throw new Refusal(CommonProblem.OPERATORS_ONLY.because("Only an operator may do that with a process."));
        }
        interventions.happen(seen, new Commanded(command.command(), Participant.of(caller), command.reason()));
    }
}
