package dev.parley.engine.run;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Event;
import dev.parley.conversation.Parent;
import dev.parley.conversation.PatternState;
import dev.parley.conversation.Provision;
import dev.parley.directory.OperationResolution;
import dev.parley.engine.call.LogContext;
import dev.parley.engine.gateway.DeadLettering;
import dev.parley.message.Address;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Conversations whose time has come, looked after in one transaction: their deadline, or that of an attempt at a
 * provider.
 */
final class DueBatch {

    private static final Logger LOG = System.getLogger(DueBatch.class.getName());

    private final UnitOfWork unit;
    private final Set<Address> passedOver = new TreeSet<>(Comparator.comparing(Address::toString));

    DueBatch(UnitOfWork unit) {
        this.unit = unit;
    }

    /**
     * Looks after what is due and nobody else is looking after. Whoever answers one that is due, too, is left to the
     * next sweep: work on it may have it in hand and wait for whom it answers, who is locked here. So is whoever is
     * locked behind one that somebody else has in hand.
     *
     * @return how many were found that could be looked after
     */
    int sweep(int most) {
        List<Conversation> claimed = unit.store().claimDue(unit.now(), most);
        Set<String> ids = claimed.stream().map(Conversation::id).collect(Collectors.toSet());
        Set<String> held = unit.store().lockFree(lockedBefore(claimed, ids));
        List<Conversation> free = claimed.stream()
                .filter(c -> Collections.disjoint(lockedBefore(c), held))
                .toList();
        List<Conversation> due = free.stream()
                .filter(c -> unit.patterns().know(c) && !isAsked(c, ids))
                .toList();
        claimed.stream().filter(c -> !unit.patterns().know(c)).forEach(this::leaveToOthers);
        List<Conversation> asking = due.stream().filter(DueBatch::isAsking).toList();
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
        unit.parents().give(unit);
        return free.size();
    }

    private List<String> lockedBefore(List<Conversation> claimed, Set<String> ids) {
        return claimed.stream()
                .flatMap(c -> lockedBefore(c).stream())
                .filter(id -> !ids.contains(id))
                .distinct()
                .toList();
    }

    private List<String> lockedBefore(Conversation conversation) {
        return unit.engines().of(conversation).lockedBefore(conversation);
    }

    private static boolean isAsked(Conversation conversation, Set<String> by) {
        Parent parent = Parent.at(conversation.replyTo());
        return parent != null && by.contains(parent.id());
    }

    private static boolean isAsking(Conversation conversation) {
        PatternState state = conversation.patternState();
        return state != null && state.asksProviders();
    }

    /** Put off: a node that knows the pattern finds it then, and this one does not find it at once again. */
    private void leaveToOthers(Conversation conversation) {
        UnknownPattern.log(conversation, unit.patterns());
        unit.store().postpone(conversation.id(), unit.now().plus(unit.settings().sweepInterval()));
    }

    private Map<String, OperationResolution> listings(List<Conversation> asking) {
        Set<String> operations = asking.stream().map(Conversation::operation).collect(Collectors.toSet());
        return operations.isEmpty() ? Map.of() : unit.directory().find(operations);
    }

    private void lookAfter(Conversation conversation, @Nullable Provision provision, @Nullable String body) {
        log(conversation);
        Event event = new Event.Due(provision, body == null ? "" : body);
        var decision = unit.patterns().decide(conversation, event, unit.now());
        List<Effect> effects = new ArrayList<>();
        for (Effect effect : decision.effects()) {
            if (effect instanceof Effect.PassOver passOver) {
                passedOver.add(passOver.provider());
            } else {
                effects.add(effect);
            }
        }
        DeadLettering parking =
                reason -> unit.gateway().park(conversation, body == null ? body(conversation.id()) : body, reason);
        Conversation changed = new EffectExecutor(unit, parking).enact(decision.conversation(), effects);
        unit.engines().of(conversation).store(unit, changed);
    }

    private void log(Conversation conversation) {
        boolean isOver = !unit.now().isBefore(conversation.expiresAt());
        String what =
                isOver ? "past its deadline" : "looked after: its provider, or a turn that came early, has no answer";
        LogContext.about(
                conversation,
                () -> LOG.log(
                        isOver ? Level.INFO : Level.DEBUG,
                        "Conversation {0} of {1} is {2}",
                        conversation.id(),
                        conversation.operation(),
                        what));
    }

    private String body(String id) {
        return unit.store().requestBodies(List.of(id)).getOrDefault(id, "");
    }
}
