package dev.parley.engine;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Event;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/** Conversations whose deadline has passed, ended in one transaction. */
final class DueBatch {

    private static final Logger LOG = System.getLogger(DueBatch.class.getName());

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
        LOG.log(
                Level.INFO,
                "Conversation {0} of {1} is past its deadline",
                conversation.id(),
                conversation.operation());
        var decision = unit.pattern().decide(conversation, new Event.DeadlinePassed(), unit.now());
        Parking parking = reason -> unit.gateway().park(conversation, body(conversation.id()), reason);
        var enactment = new Enactment(unit, parking, (c, run) -> c);
        unit.ledger().update(enactment.enact(decision.conversation(), decision.effects()));
    }

    private String body(String id) {
        return unit.ledger().requestBodies(List.of(id)).getOrDefault(id, "");
    }
}
