package dev.parley.process.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.conversation.Action;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Status;
import dev.parley.message.Refusal;
import dev.parley.process.definition.Offers;
import dev.parley.process.definition.ProcessDefinition;
import dev.parley.process.rule.Draft;
import dev.parley.process.rule.ProcessSettings;
import dev.parley.process.state.ProcessState;
import dev.parley.process.state.StepState;
import dev.parley.value.Mappings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Which commands an instance takes as it stands: those that it would not refuse. */
public final class Actions {

    private static final String ACTOR = "parley";

    private final Supplier<Draft> drafts;
    private final List<Action> actions = new ArrayList<>();

    private Actions(Supplier<Draft> drafts) {
        this.drafts = drafts;
    }

    /** All of them, whoever may give them. */
    public static List<Action> of(
            Conversation conversation,
            ProcessState state,
            ProcessDefinition definition,
            Offers offers,
            ProcessSettings settings,
            Instant now) {
        Actions actions =
                new Actions(() -> new Draft(conversation, state, definition, offers, settings, Mappings.NONE, now));
        actions.cancel(conversation, state, definition);
        if (!conversation.status().isFinal()) {
            Command hold = state.flags().paused() ? new Command.Resume() : new Command.Pause();
            actions.actions.add(new Action(hold.name(), null, null, false, true, null));
            state.steps().values().forEach(actions::step);
        } else {
            actions.rerun(definition);
        }
        return List.copyOf(actions.actions);
    }

    private void cancel(Conversation conversation, ProcessState state, ProcessDefinition definition) {
        if (!conversation.status().isFinal() && state.undoing() != null) {
            return;
        }
        boolean ended = conversation.status() == Status.SUCCEEDED;
        Instant until = ended ? conversation.updatedAt().plus(definition.compensable()) : null;
        boolean force = state.flags().pivoted();
        if (conversation.status() != Status.CANCELLED && isPossible(new Command.Cancel(force))) {
            actions.add(new Action("cancel", null, null, force, force, until));
        }
    }

    private void rerun(ProcessDefinition definition) {
        definition.steps().stream()
                .limit(1)
                .map(first -> new Command.Rerun(first.name(), ACTOR))
                .filter(this::isPossible)
                .forEach(rerun -> actions.add(new Action(rerun.name(), null, null, false, true, null)));
    }

    private void step(StepState step) {
        String id = step.id().toString();
        String etag = step.etag();
        List<Command.OfStep> commands = new ArrayList<>(List.of(
                new Command.Retry(id, etag, null),
                new Command.Skip(id, etag, null),
                new Command.Resolve(id, etag, JsonNodeFactory.instance.objectNode(), null)));
        if (Settling.mayBeReplaced(step, drafts.get())) {
            actions.add(new Action("replace", id, etag, false, true, null));
        }
        commands.stream()
                .filter(this::isPossible)
                .forEach(c -> actions.add(new Action(c.name(), id, etag, false, true, null)));
    }

    private boolean isPossible(Command command) {
        try {
            Commands.command(new Commanded(command, ACTOR, "asked whether it is possible"), drafts.get());
            return true;
        } catch (Refusal refused) {
            return false;
        }
    }
}
