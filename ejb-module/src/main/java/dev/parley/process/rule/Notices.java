package dev.parley.process.rule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Effect;
import dev.parley.conversation.request.Outcomes;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import dev.parley.process.state.StepState;
import dev.parley.process.state.StepStatus;

/** What a requester is told before the end, if it wants that. */
public final class Notices {

    private Notices() {}

    /** Tells it, if it wants to hear of that; journals it in any case. */
    static void tell(String what, ObjectNode body, Draft draft) {
        if (!draft.before().wanted().contains(what)) {
            draft.note(null, body);
            return;
        }
        var conversation = draft.conversation();
        Outgoing notice = Outcomes.answer(conversation, conversation.replyTo(), MessageKind.NOTICE, body.toString());
        draft.add(new Effect.Send(new Outgoing(
                notice.to(),
                notice.kind(),
                notice.type(),
                notice.conversationId(),
                notice.messageId() + "." + draft.nextNotice(),
                notice.correlationId(),
                notice.state(),
                notice.body())));
    }

    /** Tells of all steps that have begun to wait for a person. */
    public static void stuck(Draft draft) {
        for (StepState step : draft.steps()) {
            StepState before = draft.before().step(step.id().toString());
            boolean was = before != null && before.status() == StepStatus.STUCK;
            if (step.status() == StepStatus.STUCK && !was) {
                tell("stuck", stuck(step), draft);
            }
        }
    }

    private static ObjectNode stuck(StepState step) {
        ObjectNode note = Notes.of("stuck")
                .put("step", step.id().toString())
                .put("reason", step.work().stuck());
        String detail = step.detail();
        return detail == null ? note : note.put("detail", detail);
    }
}
