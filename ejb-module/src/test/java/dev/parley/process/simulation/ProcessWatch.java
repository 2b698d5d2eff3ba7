package dev.parley.process.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Event;
import dev.parley.conversation.Status;
import dev.parley.message.JsonText;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import dev.parley.process.command.Command;
import dev.parley.process.command.Commanded;
import dev.parley.process.definition.Head;
import dev.parley.process.definition.OnFault;
import dev.parley.process.definition.OnUnknown;
import dev.parley.process.definition.ProcessDefinition;
import dev.parley.process.definition.Step;
import dev.parley.process.event.CameLate;
import dev.parley.process.event.UndoChild;
import dev.parley.process.rule.AskKey;
import dev.parley.process.state.Phase;
import dev.parley.process.state.ProcessState;
import dev.parley.process.state.StepId;
import dev.parley.process.state.StepState;
import dev.parley.process.state.StepStatus;
import dev.parley.simulation.Violation;
import dev.parley.simulation.World;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What has to hold of a process, looked at after each commit, and at the end. */
final class ProcessWatch {

    private final World world;
    private final Ledger ledger;
    private final Places places;
    private final Predicate<StepId> again;
    private final Set<String> begun = new HashSet<>();
    private final Set<String> undone = new HashSet<>();
    private final Set<String> noted = new HashSet<>();
    private final Set<String> parted = new HashSet<>();
    private boolean decided;
    private int answers;

    /** @param again whether somebody may still begin to undo a step that another one has undone */
    ProcessWatch(World world, ProcessDefinition definition, Ledger ledger, Predicate<StepId> again) {
        this.again = again;
        this.world = world;
        this.ledger = ledger;
        this.places = new Places(definition);
    }

    private void violated(String invariant, Object what) {
        world.violated(new Violation(invariant, String.valueOf(what)));
    }

    private void violated(ProcessInvariant invariant, Object what) {
        world.violated(invariant.broken(what));
    }

    void committed(Conversation before, Conversation after, Event event, List<Effect> effects) {
        ProcessState state = (ProcessState) after.patternState();
        for (Effect effect : effects) {
            if (effect instanceof Effect.Note note) {
                noted(note.message().body());
            } else if (effect instanceof Effect.Ask ask) {
                asked(AskKey.of(ask.key()), state);
            } else if (effect instanceof UndoChild undo) {
                asked(AskKey.of(undo.key()), state);
            } else if (effect instanceof Effect.Send send && send.message().kind() != MessageKind.NOTICE) {
                answers++;
                told(send.message(), after);
            }
        }
        if (answers > 1) {
            violated(ProcessInvariant.ONE_ANSWER, effects);
        }
        if (event instanceof CameLate) {
            undoneOnce(state);
        }
        if (before != null && before.status().isFinal()) {
            finished(before, after, event);
        }
        open(state);
    }

    /** What is undone is not left to be undone by another one, too. */
    private void undoneOnce(ProcessState state) {
        for (StepState step : state.steps().values()) {
            if (step.status() == StepStatus.COMPENSATED && again.test(step.id())) {
                violated("what had an effect is undone by one", step);
            }
        }
    }

    /** Whoever undoes what came before another process waits until nothing of that one is left to undo. */
    void nested(Conversation after, List<Effect> effects) {
        boolean told = effects.stream()
                .anyMatch(e -> e instanceof Effect.Send send && send.message().kind() == MessageKind.FAULT);
        if (told && !after.status().isFinal()) {
            violated("another process is answered at the end", effects);
        }
    }

    private void told(Outgoing answer, Conversation after) {
        List<String> unknown = ((ProcessState) after.patternState())
                .steps().values().stream()
                        .filter(s -> s.status() == StepStatus.UNKNOWN)
                        .map(s -> s.id().toString())
                        .toList();
        if (answer.kind() == MessageKind.FAULT && after.status().isFinal()) {
            List<String> named = new ArrayList<>();
            JsonText.parseExactly(answer.body()).path("unknown").forEach(s -> named.add(s.asText()));
            if (!named.equals(unknown)) {
                violated("a fault names what nobody knows", named + " and not " + unknown);
            }
        }
    }

    private void noted(String body) {
        JsonNode note = JsonText.parseExactly(body);
        String step = note.path("step").asText();
        switch (note.path("note").asText()) {
            case "undo" -> {
                decided |= note.has("cause");
                noted.add(step);
            }
            case "lost", "won", "unknown" -> parted.add(step);
            case "past-pivot" -> decided = false;
            default -> {
                // says nothing of undoing
            }
        }
    }

    private void asked(AskKey key, ProcessState state) {
        String id = key.step().toString();
        if (key.phase() == Phase.FORWARD) {
            boolean local = places.around(key.step()).stream().anyMatch(b -> noted.contains(b.toString()));
            if (decided || local) {
                violated(ProcessInvariant.NOTHING_BEGINS, key);
            }
            if (undone.contains(id)) {
                violated("what is undone is not done again", key);
            }
            begun.add(id);
        } else if (key.phase() == Phase.UNDO) {
            undoing(key, id, state);
        }
    }

    private void undoing(AskKey key, String id, ProcessState state) {
        undone.add(id);
        for (Step later : places.of(key.step().name()).after()) {
            for (StepState other : state.steps().values()) {
                boolean same = other.id().rounds().startsWith(key.step().rounds());
                if (other.id().name().equals(later.name()) && same && isLeft(other)) {
                    violated(ProcessInvariant.UNDONE_IN_REVERSE, key + " before " + other);
                }
            }
        }
        if (!decided && !isLocal(key.step())) {
            violated(ProcessInvariant.DECISION_JOURNALED, key);
        }
    }

    /** Whether its block, its branch or the step itself was said to be undone alone. */
    private boolean isLocal(StepId id) {
        return parted.contains(id.toString())
                || places.around(id).stream()
                        .map(StepId::toString)
                        .anyMatch(b -> noted.contains(b) || parted.contains(b));
    }

    /** Whether something of it stands, or may come to stand, that has to be undone. */
    private boolean isLeft(StepState step) {
        if (step.block() != null) {
            return false;
        }
        boolean undoable = step.kept().compensation() != null;
        boolean mayStand = step.isOpen() && step.status() != StepStatus.UNKNOWN;
        boolean stands = undoable
                && step.status() == StepStatus.SUCCEEDED
                && ledger.stands("c-1", step.id().toString());
        return stands || mayStand;
    }

    private void finished(Conversation before, Conversation after, Event event) {
        boolean regret = event instanceof Event.Cancelled
                || (event instanceof Commanded c && c.command() instanceof Command.Cancel);
        Map<String, StepState> was = ((ProcessState) before.patternState()).steps();
        Map<String, StepState> is = ((ProcessState) after.patternState()).steps();
        boolean moved = is.entrySet().stream()
                .anyMatch(e -> !was.containsKey(e.getKey())
                        || was.get(e.getKey()).status() != e.getValue().status());
        if (!regret && (moved || before.status() != after.status())) {
            violated(ProcessInvariant.ENDED_CHANGES_NO_MORE, event + ": " + before.status() + " -> " + after.status());
        }
    }

    private void open(ProcessState state) {
        for (StepState step : state.steps().values()) {
            if (step.status() == StepStatus.STUCK
                    && "outcome-unknown".equals(step.work().stuck())
                    && isIgnored(step)) {
                violated("nobody is troubled with what is ignored", step);
            }
            if (step.isOpen() && step.block() == null && step.work().due() == null) {
                violated(ProcessInvariant.OPEN_HAS_A_TIME, step);
            }
        }
    }

    List<Violation> judge(Conversation stored) {
        List<Violation> found = new ArrayList<>();
        ProcessState state = (ProcessState) stored.patternState();
        if (!stored.status().isFinal()) {
            found.add(new Violation(
                    "every process ends", stored.status() + " " + state.steps().values()));
        } else if (answers != 1) {
            found.add(ProcessInvariant.ONE_ANSWER.broken(answers + " of them"));
        }
        for (StepState step : state.steps().values()) {
            if (step.block() == null) {
                judge(step, stored, found);
            }
        }
        for (Ledger.Entry entry : ledger.all()) {
            if (entry.times > 1) {
                found.add(new Violation("what is done is done once", entry.messageId));
            }
        }
        return found;
    }

    private void judge(StepState step, Conversation stored, List<Violation> found) {
        boolean stands = ledger.stands(stored.id(), step.id().toString());
        boolean kept = step.status() == StepStatus.SUCCEEDED;
        boolean open = step.isWrittenOff() || step.status() == StepStatus.STUCK || isKeptUnknown(step);
        boolean skipped = step.status() == StepStatus.SKIPPED;
        if (stands && !kept && !open && !skipped) {
            found.add(ProcessInvariant.KEPT_OR_UNDONE.broken("stands: " + step));
        }
        boolean asks = places.of(step.id().name()) != null
                && places.of(step.id().name()).step() instanceof Step.Operation;
        if (kept && asks && !stands) {
            found.add(ProcessInvariant.KEPT_OR_UNDONE.broken("undone: " + step));
        }
        if (kept && stands && step.kept().compensation() != null && isToBeUndone(step, stored)) {
            found.add(ProcessInvariant.KEPT_OR_UNDONE.broken("not undone: " + step));
        }
    }

    /** Whoever wrote the definition has said that it may stay so. */
    private boolean isKeptUnknown(StepState step) {
        if (step.kept().compensation() != null || places.of(step.id().name()) == null) {
            return false;
        }
        Head head = places.of(step.id().name()).step().head();
        boolean said =
                head.onUnknown() == OnUnknown.COMPENSATE || head.onFault().handles("outcome-unknown");
        return (step.status() == StepStatus.UNKNOWN && said)
                || (step.status() == StepStatus.IGNORED && isIgnored(step) && !step.isDoneForSure());
    }

    private boolean isIgnored(StepState step) {
        return places.of(step.id().name()) != null
                && places.of(step.id().name()).step() instanceof Step.Operation operation
                && operation.head().onFault().rule() == OnFault.Rule.IGNORE
                && operation.head().onUnknown() != OnUnknown.STOP;
    }

    private boolean isToBeUndone(StepState step, Conversation stored) {
        ProcessState state = (ProcessState) stored.patternState();
        return stored.status() != Status.SUCCEEDED
                || places.around(step.id()).stream().anyMatch(b -> isPassedOver(state.step(b.toString()), step));
    }

    private boolean isPassedOver(StepState block, StepState step) {
        boolean failed = block.status() == StepStatus.IGNORED || block.status() == StepStatus.FAULTED;
        return failed || (places.of(block.id().name()).step() instanceof Step.Parallel p && isLoser(p, block, step));
    }

    private static boolean isLoser(Step.Parallel parallel, StepState block, StepState step) {
        for (int i = 0; i < parallel.branches().size(); i++) {
            boolean in = Step.all(parallel.branches().get(i))
                    .anyMatch(s -> s.name().equals(step.id().name()));
            if (in) {
                return block.block() != null && !block.block().winners().contains(i);
            }
        }
        return false;
    }
}
