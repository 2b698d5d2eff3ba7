package dev.parley.process.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Effect;
import dev.parley.process.event.AnswerMessage;
import dev.parley.process.state.ProcessState;
import dev.parley.process.state.StepState;
import dev.parley.simulation.Violation;
import dev.parley.simulation.World;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What has to hold of messages: each is taken or refused, once, and by the end none is forgotten. */
final class MessageWatch {

    /** As many as a step of the generator gathers. */
    static final int GATHERED = 2;

    private final World world;
    private final Set<String> told = new HashSet<>();
    private final Set<String> answered = new HashSet<>();

    MessageWatch(World world) {
        this.world = world;
    }

    void told(String message) {
        told.add(message);
    }

    void committed(Conversation after, List<Effect> effects) {
        for (Effect effect : effects) {
            if (effect instanceof AnswerMessage answer && !answered.add(answer.conversationId())) {
                violated("a message is answered once", answer);
            }
        }
        if (after.status().isFinal() && !answered.containsAll(told)) {
            violated("every message is answered by the end", told + " and not only " + answered);
        }
        ((ProcessState) after.patternState()).steps().values().forEach(this::gathered);
    }

    private void gathered(StepState step) {
        JsonNode reply = step.kept().reply();
        if (reply != null && "gathered".equals(step.kept().operation()) && reply.size() > GATHERED) {
            violated("no more is gathered than is wanted", step);
        }
    }

    private void violated(String invariant, Object what) {
        world.violated(new Violation(invariant, String.valueOf(what)));
    }
}
