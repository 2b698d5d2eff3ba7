package dev.parley.process.engine;

import dev.parley.conversation.Action;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.PatternActions;
import dev.parley.message.Caller;
import dev.parley.process.ProcessLimits;
import dev.parley.process.ProcessPattern;
import dev.parley.process.Versions;
import dev.parley.process.command.Actions;
import dev.parley.process.definition.Offers;
import dev.parley.process.definition.ProcessDefinition;
import dev.parley.process.state.ProcessState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The commands that an instance takes as it stands, of those that its caller may give. */
@ApplicationScoped
class InstanceActions implements PatternActions {

    @Inject
    Versions versions;

    @Inject
    Offers offers;

    @Inject
    ProcessLimits limits;

    @Inject
    Clock clock;

    @Override
    public String pattern() {
        return ProcessPattern.NAME;
    }

    @Override
    public List<Action> actions(Conversation conversation, Caller caller) {
        return conversation.patternState() instanceof ProcessState state
                ? actions(conversation, state).stream()
                        .filter(action -> caller.operator() || !action.operator())
                        .toList()
                : List.of();
    }

    private List<Action> actions(Conversation conversation, ProcessState state) {
        ProcessDefinition definition =
                versions.of(conversation.operation(), state.version()).definition();
        return Actions.of(
                conversation,
                state,
                definition,
                offers,
                limits.instances(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }
}
