package dev.parley.process.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Event;
import dev.parley.message.MessageKind;
import dev.parley.process.definition.Offer;
import dev.parley.process.definition.OnFault;
import dev.parley.process.definition.Step;
import dev.parley.process.event.Bar;
import dev.parley.process.event.NotBarred;
import dev.parley.process.event.UndoChild;
import dev.parley.process.state.Phase;
import dev.parley.process.state.StepState;
import dev.parley.process.state.StepStatus;
import dev.parley.process.state.StepWork;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * How a step is undone that is no block: what runs is awaited, what was done is compensated, until that is done or a
 * person has to see to it.
 */
public final class UndoRule {

    static final String NOTHING_TO_UNDO = "nothing-to-undo";

    private static final Duration MOMENT = Duration.ofSeconds(1);

    private UndoRule() {}

    /**
     * Undoes it as far as that is possible now.
     *
     * @return whether nothing is left to undo
     */
    static boolean undo(StepState step, boolean withdraw, Draft draft) {
        return switch (step.status()) {
            case RUNNING -> running(step, withdraw, draft);
            case WAITING -> given(step, draft);
            case STUCK -> step.work().phase() == Phase.FORWARD && given(step, draft);
            case SUCCEEDED -> begin(step, draft);
            case UNKNOWN -> !step.isOpen() && (step.work().barred() || begin(step, draft));
            case COMPENSATING, HELD -> false;
            case FAULTED, IGNORED, SKIPPED, COMPENSATED, CONFIRMED, CANCELLED -> true;
        };
    }

    /** What was asked is awaited; whoever has not taken it yet shall not. What only waits, waits no longer. */
    private static boolean running(StepState step, boolean withdraw, Draft draft) {
        if (step.work().asked() == null) {
            Settled.become(step, StepStatus.CANCELLED, draft);
            return true;
        }
        if (withdraw && !step.work().barred()) {
            draft.add(new Bar(new AskKey(Phase.FORWARD, step.id(), 1).message()));
            draft.put(step.with(step.work().bar()));
        }
        return false;
    }

    /** Whoever had it in hand is not waited for; it is barred in a moment, if it still runs then. */
    public static void notBarred(NotBarred busy, Draft draft) {
        AskKey key = AskKey.of(busy.key());
        StepState step = key == null ? null : draft.step(key.step());
        if (step != null && step.work().barred() && isAwaited(step)) {
            draft.put(step.with(step.work().lookedAt(draft.now().plus(MOMENT))));
        }
    }

    private static boolean isAwaited(StepState step) {
        return step.status() == StepStatus.RUNNING || TwiceRule.isAwaited(step);
    }

    /** It is not tried again; what an earlier attempt may have done is as unknown as before. */
    private static boolean given(StepState step, Draft draft) {
        JsonNode fault = step.kept().fault();
        if (fault == null || !DoubtRule.isInDoubt(step, draft)) {
            Settled.become(step, StepStatus.CANCELLED, draft);
            return true;
        }
        DoubtRule.undoing(step, fault, draft);
        StepState next = Objects.requireNonNull(draft.step(step.id()), "It is there");
        return next.status() == StepStatus.UNKNOWN && undo(next, true, draft);
    }

    /** Whether something can undo it, once it was done. */
    static boolean isUndoable(StepState step, Draft draft) {
        return step.kept().compensation() != null || step.kept().undoesItself() || asksWhatUndoesItself(step, draft);
    }

    /**
     * Whether it asks a process that undoes itself, as it is defined now. A step remembers that, as its process may be
     * deleted when it has ended; a pivot need not be able to.
     */
    static boolean asksWhatUndoesItself(StepState step, Draft draft) {
        Offer offer = draft.offer(step.kept().operation());
        Step.Operation definition = OperationRule.definition(step, draft);
        boolean pivot = definition != null && definition.pivot();
        return offer != null && offer.kind() == Offer.Kind.PROCESS && (!pivot || offer.undoesItself());
    }

    private static boolean begin(StepState step, Draft draft) {
        boolean bars = step.status() == StepStatus.UNKNOWN;
        boolean undoable = isUndoable(step, draft);
        if (!draft.mayUndo() && (undoable || bars)) {
            return false;
        }
        if (bars) {
            draft.add(new Bar(new AskKey(Phase.FORWARD, step.id(), 1).message()));
        }
        if (undoable) {
            ask(
                    step.become(StepStatus.COMPENSATING, draft.now())
                            .with(StepWork.begin(Phase.UNDO, draft.undoneBy())),
                    draft);
        } else if (bars) {
            standing(step.with(step.work().bar()), draft);
        }
        return !undoable;
    }

    /** Nothing undoes it, whether it was done or not: it stays in doubt, unless its fault is written off anyway. */
    private static void standing(StepState step, Draft draft) {
        boolean ignored = OperationRule.head(step, draft).onFault().rule() == OnFault.Rule.IGNORE;
        draft.put(ignored ? step.become(StepStatus.IGNORED, draft.now()) : step);
    }

    /** Asks, or asks again, for its undoing. */
    public static void ask(StepState step, Draft draft) {
        AskKey key = AskKey.next(Phase.UNDO, step);
        Instant until = Objects.requireNonNullElse(step.work().until(), draft.undoneBy());
        String compensation = step.kept().compensation();
        draft.add(
                compensation == null
                        ? new UndoChild(key.toString(), new AskKey(Phase.FORWARD, step.id(), 1).message(), until)
                        : new Effect.Ask(
                                key.toString(),
                                compensation,
                                body(step, compensation, draft).toString(),
                                until));
        draft.put(step.asking(Phase.UNDO, key.toString(), until));
    }

    /** What its compensation is asked: the same each time, whatever comes late meanwhile. */
    static JsonNode body(StepState step, String compensation, Draft draft) {
        JsonNode edited = step.kept().edited();
        if (edited != null) {
            return edited;
        }
        Offer offer = draft.offer(compensation);
        JsonNode reply = step.kept().reply();
        if (offer != null && offer.takesReply() && reply != null) {
            return reply;
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("request", step.kept().input());
        body.set("reply", step.isDoneForSure() ? step.kept().reply() : null);
        return body.put("outcome", step.isDoneForSure() ? "done" : "unknown");
    }

    static void answered(StepState step, Event.Answered answer, JsonNode body, Draft draft) {
        if (step.work().barred()) {
            TwiceRule.answered(step, answer, body, draft);
            return;
        }
        boolean fault = answer.kind() == MessageKind.FAULT;
        String said = fault ? Faults.name(body) : body.path("outcome").asText();
        if (!fault || said.equals(NOTHING_TO_UNDO)) {
            undone(step, body, said.equals(NOTHING_TO_UNDO), draft);
            return;
        }
        Faults.Meaning meaning =
                Faults.meaning(answer, body, draft.offer(step.kept().compensation()));
        StepState told = step.with(step.kept().undone(body));
        switch (meaning) {
            case DECLINED, UNUSABLE -> stick(told, said, draft);
            case NOT_DONE, IN_DOUBT -> pause(told, draft);
            case DONE -> undone(step, body, false, draft);
        }
    }

    static void stick(StepState step, String why, Draft draft) {
        draft.put(step.become(StepStatus.STUCK, draft.now()).with(step.work().stuck(why)));
    }

    private static void pause(StepState step, Draft draft) {
        Instant next = draft.now()
                .plus(Pauses.after(
                        Pauses.forEver(draft.settings()),
                        step.id() + draft.conversation().id(),
                        step.work().attempt()));
        Instant until = step.work().until();
        if (until == null || next.isBefore(until)) {
            draft.put(step.with(step.work().pausing(next)));
        } else {
            stick(step, ProcessProblem.COMPENSATION_TIMED_OUT.label(), draft);
        }
    }

    /**
     * It was undone after that was given up: that is believed as long as it is to be undone. That there was nothing to
     * undo is not, as it may have been said before it was known what there is.
     *
     * @param replaced whether a person has had something else undo it since
     */
    static void undoneLate(StepState step, JsonNode body, boolean replaced, Draft draft) {
        boolean open = step.status() == StepStatus.COMPENSATING || step.status() == StepStatus.STUCK;
        boolean nothing = saysNothing(body);
        boolean ended = draft.conversation().status().isFinal();
        if (open && step.work().phase() == Phase.UNDO && step.block() == null && !nothing && !ended) {
            if (replaced || step.work().barred()) {
                TwiceRule.undoneLate(step, body, replaced, draft);
            } else {
                undone(step, body, false, draft);
            }
        }
    }

    /** Whether a reply says that there was nothing to undo. */
    static boolean saysNothing(JsonNode reply) {
        return reply.path("outcome").asText().equals(NOTHING_TO_UNDO);
    }

    /** If it has turned out meanwhile that there was something to undo, it is undone now. */
    private static void undone(StepState step, JsonNode body, boolean nothing, Draft draft) {
        if (nothing && !step.isDoneForSure() && step.kept().reply() != null) {
            repeat(step, step.kept().reply(), draft);
            return;
        }
        compensated(step.with(step.kept().undone(body)), draft);
    }

    /** Nothing of it is left. */
    static void compensated(StepState step, Draft draft) {
        draft.put(step.become(StepStatus.COMPENSATED, draft.now())
                .with(step.work().done())
                .done(draft.nextOrder()));
    }

    static void repeat(StepState step, JsonNode reply, Draft draft) {
        StepState known = step.become(StepStatus.COMPENSATING, draft.now())
                .with(step.kept().replied(reply));
        ask(known.with(StepWork.begin(Phase.UNDO, draft.undoneBy())), draft);
    }
}
