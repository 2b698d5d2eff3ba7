package dev.parley.process.engine;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationProblem;
import dev.parley.conversation.Event;
import dev.parley.conversation.Parent;
import dev.parley.conversation.Patterns;
import dev.parley.conversation.Received;
import dev.parley.conversation.Status;
import dev.parley.conversation.request.ExchangeProblem;
import dev.parley.engine.run.UnitOfWork;
import dev.parley.message.MessageKind;
import dev.parley.message.Problem;
import dev.parley.process.ProcessPattern;
import dev.parley.process.event.Bar;
import dev.parley.process.event.NotBarred;
import dev.parley.process.event.UndoAsked;
import dev.parley.process.event.UndoChild;
import dev.parley.process.rule.AskKey;
import dev.parley.process.state.Phase;
import dev.parley.process.state.ProcessState;
import dev.parley.process.state.StepState;
import dev.parley.process.state.UndoWaiter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What an instance tells the conversations in which its steps were asked for. */
final class Asked {

    /** The patterns whose conversations can be withdrawn. */
    private static final Set<String> WITHDRAWN = Set.of(Patterns.EXCHANGE, Patterns.GATHERING);

    private static final String WHY = "The process that has asked for it does not want it any more.";

    private Asked() {}

    /**
     * Keeps a request from being begun, and a process that runs from going on. Whoever has the conversation in hand is
     * not waited for, as that one may wait for this.
     */
    static void bar(UnitOfWork unit, Conversation instance, Bar bar) {
        List<String> ids = conversations(unit, instance, bar.key());
        Map<String, Conversation> free = unit.store().findFree(ids);
        free.values().forEach(child -> withdraw(unit, instance, child));
        List<String> others = ids.stream().filter(id -> !free.containsKey(id)).toList();
        boolean busy = unit.store().look(others).values().stream()
                .anyMatch(child -> !child.status().isFinal());
        if (busy) {
            unit.tell(
                    instance.id(),
                    new NotBarred(bar.key()),
                    notice(instance, instance.id() + "." + bar.key() + ".busy", "{\"busy\":\"" + bar.key() + "\"}"));
        }
    }

    private static void withdraw(UnitOfWork unit, Conversation instance, Conversation child) {
        if (WITHDRAWN.contains(child.pattern())) {
            unit.tell(
                    child.id(),
                    new Event.Withdrawn(),
                    notice(instance, child.id() + ".withdrawn", "{\"withdrawn\":true}"));
        } else if (child.patternState() instanceof ProcessState state && isCancelled(state)) {
            unit.tell(
                    child.id(),
                    new Event.Cancelled(from(instance), WHY, false),
                    notice(instance, child.id() + ".withdrawn", "{\"withdrawn\":true}"));
        }
    }

    /** Past its pivot it goes on to its end; what is being undone need not be told. */
    private static boolean isCancelled(ProcessState state) {
        return !state.flags().pivoted() && state.undoing() == null;
    }

    /**
     * Has the process undo itself that has done the step. If it is not there any more, nobody can; if somebody has it
     * in hand, it is asked later.
     */
    static void undo(UnitOfWork unit, Conversation instance, UndoChild undo) {
        Map<String, Conversation> children = unit.store().look(conversations(unit, instance, undo.asked()));
        Conversation done = toUndo(children.values());
        if (done == null) {
            Problem gone = ConversationProblem.NOT_COMPENSABLE.because(
                    "The process that has done this step is not there any more: parley.retention is over.");
            refuse(unit, instance, undo, null, gone);
        } else if (!unit.store().lockFree(List.of(done.id())).isEmpty()) {
            // whoever has it in hand may wait for this one: it is asked again after a pause
            Problem busy = ExchangeProblem.OPERATION_FAILED.because("Somebody else is changing " + done.id() + ".");
            refuse(unit, instance, undo, done.id(), busy);
        } else {
            unit.tell(
                    done.id(),
                    new UndoAsked(new UndoWaiter(undo.key(), Parent.of(instance).address())),
                    notice(instance, done.id() + "." + undo.key() + ".asked", "{\"undo\":true}"));
        }
    }

    /** The attempt that has done the step, or had; null if none has. */
    static @Nullable Conversation toUndo(Collection<Conversation> attempts) {
        return attempts.stream()
                .filter(Asked::isDone)
                .min(Comparator.comparing(Asked::rank))
                .orElse(null);
    }

    /** What is still being undone, as somebody has cancelled it, goes before attempts that have ended. */
    private static int rank(Conversation child) {
        if (child.status() == Status.SUCCEEDED) {
            return 0;
        }
        return child.status().isFinal() ? 2 : 1;
    }

    /** Where one has succeeded, attempts before it that have failed have undone themselves. */
    private static boolean isDone(Conversation child) {
        boolean undoing = child.patternState() instanceof ProcessState state && state.undoing() != null;
        return child.pattern().equals(ProcessPattern.NAME)
                && (child.status() == Status.SUCCEEDED || child.status() == Status.COMPENSATED || undoing);
    }

    private static void refuse(
            UnitOfWork unit, Conversation instance, UndoChild undo, @Nullable String child, Problem why) {
        unit.tell(
                instance.id(),
                new Event.Answered(undo.key(), child, MessageKind.FAULT, why.toJson()),
                new Received(
                        MessageKind.FAULT,
                        "parley",
                        instance.id() + "." + undo.key() + ".refused",
                        instance.correlationId(),
                        why.toJson()));
    }

    /** The conversations of all attempts at a step, whichever instance made them. */
    private static List<String> conversations(UnitOfWork unit, Conversation instance, String asked) {
        AskKey first = AskKey.of(asked);
        StepState step = first == null ? null : step(instance, first);
        if (first == null || step == null || !(instance.patternState() instanceof ProcessState state)) {
            return List.of();
        }
        boolean undo = first.phase() == Phase.UNDO;
        String asker = undo ? instance.id() : state.lineage().origin(step.id().toString(), instance.id());
        List<String> keys = IntStream.rangeClosed(1, step.asks().of(first.phase()))
                .mapToObj(number -> new AskKey(first.phase(), first.step(), number).toString())
                .toList();
        return new ArrayList<>(unit.asked(asker, keys));
    }

    private static @Nullable StepState step(Conversation instance, AskKey key) {
        return instance.patternState() instanceof ProcessState state
                ? state.step(key.step().toString())
                : null;
    }

    private static Received notice(Conversation instance, String messageId, String body) {
        return new Received(MessageKind.NOTICE, from(instance), messageId, instance.correlationId(), body);
    }

    private static String from(Conversation instance) {
        return Parent.of(instance).address().toString();
    }
}
