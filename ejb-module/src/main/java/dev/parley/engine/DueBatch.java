package dev.parley.engine;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Event;
import java.util.List;

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
        due.forEach(this::end);
        return due.size();
    }

    private void end(Conversation conversation) {
        var decision = unit.pattern().decide(conversation, new Event.DeadlinePassed(), unit.now());
        Parking parking = reason -> unit.gateway().park(conversation, body(conversation.id()), reason);
        var enactment = new Enactment(unit, parking, (c, run) -> c);
        unit.ledger().update(enactment.enact(decision.conversation(), decision.effects()));
    }

    private String body(String id) {
        return unit.ledger().requestBodies(List.of(id)).getOrDefault(id, "");
    }
}
