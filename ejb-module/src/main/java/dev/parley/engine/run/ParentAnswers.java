package dev.parley.engine.run;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Event;
import dev.parley.conversation.Received;
import dev.parley.engine.gateway.DeadLettering;
import dev.parley.engine.trace.Handled;
import dev.parley.engine.trace.Outcome;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Answers to conversations that have asked, and what else conversations tell each other, given in the transaction that
 * they come up in: when everything else in it has been stored, so that nobody decides on a conversation that somebody
 * else has in hand. What an answer has its conversation do can bring further answers.
 */
final class ParentAnswers {

    private static final Logger LOG = System.getLogger(ParentAnswers.class.getName());

    /** A pattern that asks again and again for what is refused must not keep the transaction for ever. */
    private static final int MOST_ROUNDS = 100;

    private record Answer(String parentId, Event event, Received message) {}

    private final List<Answer> waiting = new ArrayList<>();

    /** Takes an answer; it is given later. */
    void add(String parentId, Event event, Received message) {
        waiting.add(new Answer(parentId, event, message));
    }

    /**
     * Gives all answers.
     *
     * @throws IllegalStateException if that brings further answers without an end
     */
    void give(UnitOfWork unit) {
        for (int round = 0; !waiting.isEmpty(); round++) {
            if (round == MOST_ROUNDS) {
                throw new IllegalStateException("Conversation " + waiting.get(0).parentId() + " asks without an end");
            }
            List<Answer> now = List.copyOf(waiting);
            waiting.clear();
            give(unit, now);
        }
    }

    private static void give(UnitOfWork unit, List<Answer> answers) {
        List<String> ids =
                answers.stream().map(Answer::parentId).distinct().sorted().toList();
        // Whoever was overtaken finds out now, before anybody hears of what will not be.
        unit.store().flush();
        Map<String, Conversation> parents = unit.store().findLocked(ids);
        for (Answer answer : answers) {
            Conversation parent = parents.get(answer.parentId());
            if (parent == null) {
                LOG.log(Level.DEBUG, "Conversation {0} is not there any more to be answered", answer.parentId());
            } else {
                Received message = answer.message();
                Handled handled = Handled.about(parent, message.kind(), message.messageId(), null, false);
                parents.put(parent.id(), unit.spans().handle(handled, () -> give(unit, parent, answer), Outcome::of));
            }
        }
    }

    /**
     * One that has ended has an answer in its journal, and most have no use for it; what else it is told, its pattern
     * decides on.
     */
    private static Conversation give(UnitOfWork unit, Conversation parent, Answer answer) {
        DeadLettering parking = reason -> unit.gateway().park(parent, body(unit, parent), reason);
        EffectExecutor executor = new EffectExecutor(unit, parking);
        Conversation noted = executor.enact(parent, List.of(new Effect.Note(answer.message())));
        PatternEngine engine = unit.engines().of(parent);
        boolean isOver = parent.status().isFinal() && !engine.decidesAfterwards();
        if (isOver && answer.event() instanceof Event.Answered answered) {
            engine.answeredAfterwards(noted, answered, parking);
            unit.store().update(noted);
            return noted;
        }
        var decision = unit.patterns().decide(noted, answer.event(), unit.now());
        return engine.store(unit, executor.enact(decision.conversation(), decision.effects()));
    }

    private static String body(UnitOfWork unit, Conversation parent) {
        return unit.store().requestBodies(List.of(parent.id())).getOrDefault(parent.id(), "");
    }
}
