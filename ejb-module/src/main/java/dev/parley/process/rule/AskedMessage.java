package dev.parley.process.rule;

import dev.parley.conversation.Carried;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Effect;
import dev.parley.message.Sha256;
import dev.parley.process.state.Phase;
import dev.parley.process.state.ProcessState;
import dev.parley.process.state.StepState;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The message that a request of a process is to a provider. */
public final class AskedMessage {

    private static final int DIGITS = 8;

    private AskedMessage() {}

    /**
     * What a request carries: an id that all attempts have which say the same; {@code Process}, {@code Step} and
     * {@code ProcessId}; and of a compensation {@code Compensates} and {@code Outcome}.
     *
     * @param state the state that was decided on with it
     * @return null if no step asks it
     */
    public static @Nullable Carried of(Conversation conversation, ProcessState state, Effect.Ask ask) {
        AskKey key = AskKey.of(ask.key());
        StepState step = key == null ? null : state.step(key.step().toString());
        if (key == null || step == null) {
            return null;
        }
        Map<String, String> properties = new TreeMap<>();
        properties.put("Process", conversation.operation());
        properties.put("Step", key.step().toString());
        properties.put("ProcessId", conversation.id());
        if (key.phase() == Phase.UNDO) {
            String asker = state.lineage().origin(step.id().toString(), conversation.id());
            properties.put("Compensates", forward(asker, step));
            properties.put("Outcome", outcome(step));
        }
        return new Carried(id(conversation.id(), key, ask.operation(), ask.body()), properties);
    }

    /** A person may have had a step ask another operation, or say something else: that is another message. */
    private static String id(String asker, AskKey key, String operation, String body) {
        String content = Sha256.hex(operation + '\n' + body).substring(0, DIGITS);
        return asker + "." + key.message() + "." + content;
    }

    /** The id of the message that asked for the step itself. */
    static String forward(Conversation conversation, StepState step) {
        return forward(conversation.id(), step);
    }

    private static String forward(String asker, StepState step) {
        AskKey key = new AskKey(Phase.FORWARD, step.id(), 1);
        return id(
                asker,
                key,
                String.valueOf(step.kept().operation()),
                String.valueOf(step.kept().input()));
    }

    private static String outcome(StepState step) {
        return step.isDoneForSure() ? "done" : "unknown";
    }
}
