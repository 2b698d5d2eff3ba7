package dev.parley.engine.run;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Event;
import dev.parley.conversation.Received;
import dev.parley.engine.gateway.DeadLettering;
import dev.parley.engine.trace.Handled;
import dev.parley.engine.trace.SpanOutcome;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
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

    /** Conversations as they stand that nobody else can change before the transaction ends. */
    private final Map<String, Conversation> inHand = new HashMap<>();

    /** Takes a conversation that has begun in this transaction, and is stored as it stands: nobody else sees it yet. */
    void began(Conversation conversation) {
        inHand.put(conversation.id(), conversation);
    }

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
        try {
            for (int round = 0; !waiting.isEmpty(); round++) {
                if (round == MOST_ROUNDS) {
                    throw new IllegalStateException(
                            "Conversation " + waiting.get(0).parentId() + " asks without an end");
                }
                List<Answer> now = List.copyOf(waiting);
                waiting.clear();
                give(unit, now);
            }
        } finally {
            // Who has the unit of work after that may change them without a word here
            inHand.clear();
        }
    }

    private void give(UnitOfWork unit, List<Answer> answers) {
        if (!answers.stream().allMatch(this::isInHand)) {
            lock(unit, answers);
        }
        for (Answer answer : answers) {
            Conversation parent = inHand.get(answer.parentId());
            if (parent == null) {
                LOG.log(Level.DEBUG, "Conversation {0} is not there any more to be answered", answer.parentId());
            } else {
                Received message = answer.message();
                Handled handled = Handled.about(parent, message.kind(), message.messageId(), null, false);
                inHand.put(
                        parent.id(), unit.spans().handle(handled, () -> give(unit, parent, answer), SpanOutcome::of));
            }
        }
    }

    /**
     * Whether that is an answer to a conversation which was locked for an answer before it, or has begun here: what a
     * chain of steps makes of its conversation is written once, before the commit. What conversations tell each other
     * besides may have somebody look for what is in the database.
     */
    private boolean isInHand(Answer answer) {
        return answer.event() instanceof Event.Answered && inHand.containsKey(answer.parentId());
    }

    private void lock(UnitOfWork unit, List<Answer> answers) {
        List<String> ids = answers.stream()
                .map(Answer::parentId)
                .filter(id -> !inHand.containsKey(id))
                .distinct()
                .sorted()
                .toList();
        // Whoever was overtaken finds out now, before anybody hears of what will not be.
        unit.store().flush();
        inHand.putAll(unit.store().findLocked(ids));
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
        // It may have begun in this transaction
        unit.store().flush();
        return unit.store().requestBodies(List.of(parent.id())).getOrDefault(parent.id(), "");
    }
}
