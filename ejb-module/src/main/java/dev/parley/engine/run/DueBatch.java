package dev.parley.engine.run;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Event;
import dev.parley.conversation.Provision;
import dev.parley.directory.OperationResolution;
import dev.parley.engine.gateway.DeadLettering;
import dev.parley.message.Address;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Conversations whose time has come, looked after in one transaction: their deadline, or that of an attempt at a provider. */
final class DueBatch {

    private static final Logger LOG = System.getLogger(DueBatch.class.getName());

    private final UnitOfWork unit;
    private final Set<Address> passedOver = new TreeSet<>(Comparator.comparing(Address::toString));

    DueBatch(UnitOfWork unit) {
        this.unit = unit;
    }

    /**
     * Looks after what is due and nobody else is looking after.
     *
     * @return how many were found
     */
    int sweep(int most) {
        List<Conversation> due = unit.store().claimDue(unit.now(), most);
        List<Conversation> asking = due.stream().filter(c -> c.asking() != null).toList();
        Map<String, String> bodies =
                unit.store().requestBodies(asking.stream().map(Conversation::id).toList());
        Map<String, OperationResolution> listings = listings(asking);
        for (Conversation conversation : due) {
            OperationResolution listing = listings.get(conversation.operation());
            Provision provision = listing == null ? null : listing.provision();
            lookAfter(conversation, provision, bodies.get(conversation.id()));
        }
        if (!passedOver.isEmpty()) {
            Instant until = unit.now().plus(unit.settings().providerRest());
            unit.directory().passOver(passedOver, until);
        }
        return due.size();
    }

    private Map<String, OperationResolution> listings(List<Conversation> asking) {
        Set<String> operations = asking.stream().map(Conversation::operation).collect(Collectors.toSet());
        return operations.isEmpty() ? Map.of() : unit.directory().find(operations);
    }

    private void lookAfter(Conversation conversation, @Nullable Provision provision, @Nullable String body) {
        log(conversation);
        Event event = new Event.Due(provision, body == null ? "" : body);
        var decision = unit.pattern().decide(conversation, event, unit.now());
        for (Effect effect : decision.effects()) {
            if (effect instanceof Effect.PassOver passOver) {
                passedOver.add(passOver.provider());
            }
        }
        DeadLettering parking =
                reason -> unit.gateway().park(conversation, body == null ? body(conversation.id()) : body, reason);
        var enactment = new EffectExecutor(unit, parking, (c, run) -> c);
        new TurnSettlement(unit).store(enactment.enact(decision.conversation(), decision.effects()));
    }

    private void log(Conversation conversation) {
        boolean isOver = !unit.now().isBefore(conversation.expiresAt());
        String what =
                isOver ? "past its deadline" : "looked after: its provider, or a turn that came early, has no answer";
        LOG.log(
                isOver ? Level.INFO : Level.DEBUG,
                "Conversation {0} of {1} is {2}",
                conversation.id(),
                conversation.operation(),
                what);
    }

    private String body(String id) {
        return unit.store().requestBodies(List.of(id)).getOrDefault(id, "");
    }
}
