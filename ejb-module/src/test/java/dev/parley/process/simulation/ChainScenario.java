package dev.parley.process.simulation;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Decision;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.Event;
import dev.parley.conversation.MessageExchangePattern;
import dev.parley.message.Address;
import dev.parley.message.MessageKind;
import dev.parley.message.StableRandom;
import dev.parley.process.ProcessPolicy;
import dev.parley.process.definition.ProcessDefinition;
import dev.parley.process.event.UndoChild;
import dev.parley.process.rule.ProcessSettings;
import dev.parley.process.state.ProcessCodec;
import dev.parley.process.state.ProcessState;
import dev.parley.simulation.Scenario;
import dev.parley.simulation.Violation;
import dev.parley.simulation.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** One process twice: all in one unit of work, and each step in one of its own, with the state stored between. */
final class ChainScenario implements Scenario {

    private static final int MOST = 500;

    private final World world;
    private final ProcessDefect defect;
    private final ProcessDefinition definition;
    private final ProcessPolicy policy = new ProcessPolicy(ProcessGenerator.OFFERS, ProcessSettings.DEFAULT);
    private final ProcessCodec codec = new ProcessCodec();
    private final String luck;

    ChainScenario(World world, ProcessDefect defect) {
        this.world = world;
        this.defect = defect;
        this.definition = new ProcessGenerator(world, true).definition();
        this.luck = world.name("luck") + world.random(1_000_000);
    }

    @Override
    public void begin() {
        // both are played at the end
    }

    @Override
    public Duration length() {
        return Duration.ZERO;
    }

    @Override
    public List<Violation> judge() {
        List<String> chained = play(true);
        List<String> single = play(false);
        world.trace("chained %s%nsingle  %s", chained, single);
        return chained.equals(single)
                ? List.of()
                : List.of(ProcessInvariant.SAME_JOURNAL.broken(chained + " / " + single));
    }

    private List<String> play(boolean chained) {
        Instant now = World.BEGIN;
        Envelope request = new Envelope(
                "order",
                "{\"n\": 2, \"l\": [1, 2]}",
                MessageExchangePattern.IN_OUT,
                "user:ann",
                "ann",
                "m-1",
                "k-1",
                Address.queue("reply.ann"),
                null,
                false,
                null,
                null,
                now.plus(Duration.ofHours(1)),
                0);
        Decision decision = policy.begin(new Event.Requested(request, "c-1"), "process", definition, 1, Set.of(), now);
        List<String> journal = new ArrayList<>();
        Deque<String> asked = new ArrayDeque<>();
        take(decision, chained, journal, asked);
        Conversation conversation = decision.conversation();
        for (int i = 0; i < MOST && !asked.isEmpty(); i++) {
            Event answer = answer(asked.removeFirst());
            ProcessState state = (ProcessState) conversation.patternState();
            if (!chained) {
                now = now.plusSeconds(1);
                state = codec.decode(codec.encode(state));
                conversation = conversation.with(state, now);
            }
            decision = policy.decide(conversation, state, definition, answer, now);
            conversation = decision.conversation();
            take(decision, chained, journal, asked);
        }
        journal.add(conversation.status().name());
        return journal;
    }

    private Event answer(String key) {
        boolean no = StableRandom.fraction(luck + key, 0) < (key.startsWith("undo.") ? 0.1 : 0.2);
        return new Event.Answered(
                key,
                "child",
                no ? MessageKind.FAULT : MessageKind.REPLY,
                no ? Participants.problem("no") : "{\"of\": \"" + key + "\"}");
    }

    private void take(Decision decision, boolean chained, List<String> journal, Deque<String> asked) {
        for (Effect effect : decision.effects()) {
            if (effect instanceof Effect.Ask ask) {
                asked.add(ask.key());
                journal.add(ask.key() + " " + ask.operation() + " " + ask.body());
            } else if (effect instanceof UndoChild undo) {
                asked.add(undo.key());
                journal.add(undo.key());
            } else if (effect instanceof Effect.Send send) {
                journal.add(send.message().messageId() + " " + send.message().body());
            } else if (effect instanceof Effect.Note note
                    && !(chained && defect == ProcessDefect.CHAIN_WITHOUT_NOTES)) {
                journal.add(note.message().messageId() + " " + note.message().body());
            }
        }
    }
}
