package dev.parley.engine;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Event;
import java.util.List;
import java.util.Map;

/** Conversations whose deadline has passed, ended in one transaction. */
final class DueBatch {

    private final Unit unit;

    DueBatch(Unit unit) {
        this.unit = unit;
    }

    /**
     * Ends what is due and not being ended by another node.
     *
     * @return how many were found
     */
    int sweep(int most) {
        List<Conversation> due = unit.ledger().claimDue(unit.now(), most);
        Map<String, String> bodies =
                unit.ledger().requestBodies(due.stream().map(Conversation::id).toList());
        due.forEach(c -> end(c, bodies.getOrDefault(c.id(), "")));
        return due.size();
    }

    private void end(Conversation conversation, String body) {
        var decision = unit.pattern().decide(conversation, new Event.DeadlinePassed(), unit.now());
        Parking parking = reason -> unit.gateway().park(conversation, body, reason);
        var enactment = new Enactment(unit, parking, (c, run) -> c);
        unit.ledger().update(enactment.enact(decision.conversation(), decision.effects()));
    }
}
