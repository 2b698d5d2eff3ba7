package dev.parley.process.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.Action;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Event;
import dev.parley.conversation.Status;
import dev.parley.message.JsonText;
import dev.parley.process.command.Actions;
import dev.parley.process.command.Command;
import dev.parley.process.command.Commanded;
import dev.parley.process.definition.ProcessDefinition;
import dev.parley.process.rule.ProcessSettings;
import dev.parley.process.state.Phase;
import dev.parley.process.state.ProcessState;
import dev.parley.simulation.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** People who give commands, at any moment, of those that are offered or that were; they say the truth. */
final class Operators {

    private static final JsonNode EMPTY = JsonText.parseExactly("{}");

    private final World world;
    private final ProcessDefinition definition;
    private final Ledger ledger;

    Operators(World world, ProcessDefinition definition, Ledger ledger) {
        this.world = world;
        this.definition = definition;
        this.ledger = ledger;
    }

    private List<Action> actions(Conversation stored) {
        return Actions.of(
                stored,
                (ProcessState) stored.patternState(),
                definition,
                ProcessGenerator.OFFERS,
                ProcessSettings.DEFAULT,
                world.now());
    }

    /** Some command. */
    Optional<Event> any(Conversation stored) {
        List<Action> actions = actions(stored);
        return actions.isEmpty() ? Optional.empty() : Optional.of(event(world.any(actions), stored));
    }

    /**
     * One command for each step that waits for somebody, and that it goes on.
     *
     * @param patient whether something else is tried before a step is written off
     */
    List<Event> settling(Conversation stored, boolean patient) {
        List<Event> events = new ArrayList<>();
        List<String> settled = new ArrayList<>();
        boolean stuck = stored.status() == Status.STUCK;
        for (Action action : actions(stored)) {
            boolean wanted = stuck
                    && (action.name().equals("skip")
                            || (patient
                                    && List.of("resolve", "retry", "replace").contains(action.name())));
            if (action.name().equals("resume")
                    || (wanted && world.chance(patient ? 0.5 : 1) && !settled.contains(action.step()))) {
                settled.add(String.valueOf(action.step()));
                events.add(event(action, stored));
            }
        }
        return events;
    }

    private Event event(Action action, Conversation stored) {
        return new Commanded(command(action, stored), "user:olga", "because");
    }

    private Command command(Action action, Conversation stored) {
        String step = String.valueOf(action.step());
        String etag = String.valueOf(action.etag());
        return switch (action.name()) {
            case "cancel" -> new Command.Cancel(action.force());
            case "pause" -> new Command.Pause();
            case "resume" -> new Command.Resume();
            case "rerun" -> new Command.Rerun(world.any(definition.steps()).name(), "c-2");
            case "retry" -> new Command.Retry(step, etag, world.chance(0.1) ? EMPTY : null);
            case "skip" -> new Command.Skip(step, etag, null);
            case "replace" ->
                new Command.Replace(
                        step, etag, isUndoing(step, stored) ? "undo" : "bean", isUndoing(step, stored) ? null : EMPTY);
            default -> resolve(step, etag, stored);
        };
    }

    private static boolean isUndoing(String step, Conversation stored) {
        return ((ProcessState) stored.patternState()).step(step).work().phase() == Phase.UNDO;
    }

    /** Whoever resolves a step has seen to it that what he says stays true. */
    private Command resolve(String step, String etag, Conversation stored) {
        boolean stands = false;
        for (Ledger.Entry entry : ledger.of(stored.id(), step)) {
            entry.barred = true;
            if (isUndoing(step, stored)) {
                entry.undone = entry.done;
            }
            stands |= entry.stands();
        }
        boolean given = step.equals("reply") && world.chance(0.8);
        return isUndoing(step, stored) || stands || given
                ? new Command.Resolve(step, etag, EMPTY, null)
                : new Command.Resolve(step, etag, null, JsonText.parseExactly(Participants.problem("no")));
    }
}
