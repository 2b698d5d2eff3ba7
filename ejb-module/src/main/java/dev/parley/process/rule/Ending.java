package dev.parley.process.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Status;
import dev.parley.conversation.request.ExchangeProblem;
import dev.parley.conversation.request.Outcomes;
import dev.parley.conversation.request.Problems;
import dev.parley.message.CommonProblem;
import dev.parley.message.Problem;
import dev.parley.process.state.StepId;
import dev.parley.process.state.StepRecord;
import dev.parley.process.state.StepState;
import dev.parley.process.state.StepStatus;
import dev.parley.process.state.Undoing;
import dev.parley.value.Value;
import dev.parley.value.ValueMissing;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How processes end, and what their requester is told: one final answer. */
final class Ending {

    /** What stands for the reply among the steps, where a person has to give it. */
    private static final StepId REPLY = new StepId("reply", "");

    private Ending() {}

    /** Everything was done. */
    static void succeed(Draft draft) {
        StepState given = draft.step(REPLY);
        try {
            JsonNode reply = given == null ? reply(draft) : given.kept().reply();
            end(Status.SUCCEEDED, draft);
            if (!draft.flags().answered()) {
                Conversation ended = draft.conversation();
                Outcomes.succeed(ended, reply == null ? null : reply.toString(), draft.now())
                        .effects()
                        .forEach(draft::add);
                draft.flags(draft.flags().hasAnswered());
            }
        } catch (ValueMissing e) {
            StepState missing = StepState.begun(REPLY, StepRecord.NOTHING, null, draft.now());
            Settled.stuck(missing, Faults.json(ProcessProblem.of(e)), draft);
        }
    }

    /** A reply that could not be made is not missed any more. */
    static void dropReply(Draft draft) {
        StepState reply = draft.step(REPLY);
        if (reply != null && reply.status() == StepStatus.STUCK) {
            Settled.become(reply, StepStatus.CANCELLED, draft);
        }
    }

    private static @Nullable JsonNode reply(Draft draft) {
        Value reply = draft.definition().reply();
        return reply == null ? null : reply.in(draft.scope(new StepId("", "")));
    }

    /** Everything that was done is undone, or written off. */
    static void undone(Undoing undoing, Draft draft) {
        switch (undoing.cause()) {
            case FAULT -> faulted(undoing.fault(), draft);
            case CANCEL -> {
                end(Status.CANCELLED, draft);
                tell(Status.CANCELLED, undone(cancelled(draft), null, draft).toJson(), draft);
            }
            case DEADLINE -> {
                if (!draft.flags().answered()) {
                    expire(false, draft);
                }
                end(Status.EXPIRED, draft);
            }
            case REGRET -> {
                end(Status.COMPENSATED, draft);
                if (undoing.tell() != null) {
                    ToParent.undone(undoing.tell(), draft);
                }
            }
        }
    }

    private static Problem cancelled(Draft draft) {
        String effect =
                isUntouched(draft) ? " and has had no effect." : "; what was done is undone" + butUnknown(draft) + ".";
        return ExchangeProblem.CANCELLED.because(draft.conversation().operation() + " was cancelled" + effect);
    }

    private static void faulted(JsonNode fault, Draft draft) {
        if (isUntouched(draft)) {
            end(Status.FAULTED, draft);
            tell(Status.FAULTED, fault.toString(), draft);
            return;
        }
        Problem problem =
                ProcessProblem.PROCESS_COMPENSATED.because(draft.conversation().operation()
                        + " could not be done, and what had been done is undone" + butUnknown(draft) + ".");
        end(Status.COMPENSATED, draft);
        tell(Status.COMPENSATED, undone(problem, fault, draft).toJson(), draft);
    }

    /** Whether nothing was done, for all that is known, and nobody doubts it. */
    private static boolean isUntouched(Draft draft) {
        return compensated(draft).isEmpty()
                && writtenOff(draft).isEmpty()
                && unknown(draft).isEmpty();
    }

    private static String butUnknown(Draft draft) {
        return unknown(draft).isEmpty() ? "" : "; of some steps nobody knows whether they were done, nor undoes them";
    }

    /** The requester is told at once that its deadline has passed. */
    static void expire(boolean undoing, Draft draft) {
        tell(Status.EXPIRED, expired(undoing, draft).toJson(), draft);
    }

    /**
     * Why it ends by its deadline.
     *
     * @param undoing whether something is still being undone
     */
    static Problem expired(boolean undoing, Draft draft) {
        String effect = undoing
                ? "; what was done is being undone."
                : isUntouched(draft)
                        ? " and has had no effect."
                        : "; what was done is undone" + butUnknown(draft) + ".";
        return new Problem(
                CommonProblem.EXPIRED,
                draft.conversation().operation() + " was not done by "
                        + draft.before().deadline() + effect,
                List.of(),
                undoing ? Map.of("undoing", true) : unknownMember(draft));
    }

    /** Steps that may stand although all else is undone. */
    private static Map<String, Object> unknownMember(Draft draft) {
        return unknown(draft).isEmpty() ? Map.of() : Map.of("unknown", array(unknown(draft)));
    }

    private static Problem undone(Problem problem, @Nullable JsonNode cause, Draft draft) {
        Map<String, Object> members = new TreeMap<>(unknownMember(draft));
        members.put("compensated", array(compensated(draft)));
        members.put("writtenOff", array(writtenOff(draft)));
        if (cause != null) {
            members.put("cause", cause);
        }
        return new Problem(problem.kind(), problem.detail(), List.of(), members);
    }

    private static ArrayNode array(List<String> steps) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        steps.forEach(array::add);
        return array;
    }

    private static List<String> compensated(Draft draft) {
        return draft.steps().stream()
                .filter(s -> s.status() == StepStatus.COMPENSATED && s.block() == null)
                .map(s -> s.id().toString())
                .toList();
    }

    private static List<String> unknown(Draft draft) {
        return draft.steps().stream()
                .filter(s -> s.status() == StepStatus.UNKNOWN)
                .map(s -> s.id().toString())
                .toList();
    }

    private static List<String> writtenOff(Draft draft) {
        return draft.steps().stream()
                .filter(StepState::isWrittenOff)
                .map(s -> s.id().toString())
                .toList();
    }

    private static void tell(Status status, String fault, Draft draft) {
        if (draft.flags().answered()) {
            return;
        }
        Conversation ended = draft.conversation().become(status, draft.now());
        draft.add(Outcomes.fault(ended, fault));
        if (!Outcomes.canBeTold(ended)) {
            draft.add(new Effect.Park(Problems.faultUntold(ended.operation(), ended.id())));
        }
        draft.flags(draft.flags().hasAnswered());
    }

    private static void end(Status status, Draft draft) {
        AwaitRule.refuseAll(draft);
        draft.end(status);
    }
}
