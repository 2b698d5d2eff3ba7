package dev.parley.slip.engine;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationProblem;
import dev.parley.conversation.Effect;
import dev.parley.conversation.Received;
import dev.parley.conversation.StateJson;
import dev.parley.directory.OperationResolution;
import dev.parley.engine.gateway.DeadLettering;
import dev.parley.engine.run.EffectExecutor;
import dev.parley.engine.run.UnitOfWork;
import dev.parley.message.MessageKind;
import dev.parley.message.Problem;
import dev.parley.slip.Announce;
import dev.parley.slip.Begun;
import dev.parley.slip.Came;
import dev.parley.slip.Forward;
import dev.parley.slip.Slip;
import dev.parley.slip.SlipDecision;
import dev.parley.slip.SlipDecision.Next;
import dev.parley.slip.SlipEvent;
import dev.parley.slip.SlipEvents;
import dev.parley.slip.SlipLimits;
import dev.parley.slip.SlipPattern;
import dev.parley.slip.SlipPolicy;
import dev.parley.slip.SlipProblem;
import dev.parley.slip.SlipText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Slips that have come together: each that was not here before takes its step, and is sent on, in one transaction for
 * all of them.
 */
final class SlipBatch {

    private static final int MOST_LOOKS = 200;

    private final UnitOfWork unit;
    private final SlipPolicy policy;
    private final SlipText texts;
    private final Function<List<SlipInbox.Row>, List<SlipInbox.Entry>> inbox;
    private final StepCall calls;

    private record Decided(SlipDecision decision, Hop hop) {}

    /** @param inbox enters what was received */
    SlipBatch(
            UnitOfWork unit,
            SlipPolicy policy,
            SlipText texts,
            Function<List<SlipInbox.Row>, List<SlipInbox.Entry>> inbox) {
        this.unit = unit;
        this.policy = policy;
        this.texts = texts;
        this.inbox = inbox;
        this.calls = new StepCall(unit);
    }

    /** Enters an order; what stands there now. */
    SlipInbox.Entry enter(SlipInbox.Row order) {
        return inbox.apply(List.of(order)).get(0);
    }

    /** Has slips take the step that they are at. */
    void travel(List<Hop> hops) {
        Instant now = unit.now();
        List<Decided> decided = new ArrayList<>();
        for (Hop hop : unseen(found(hops))) {
            decided.add(new Decided(policy.decide(hop.slip(), new SlipEvent.Arrived(), now), hop));
        }
        Map<String, OperationResolution> operations = operations(decided);
        for (Decided each : decided) {
            carry(called(each.decision(), operations), each.hop().parking());
        }
    }

    /**
     * Those whose conversations are there, if they are kept. The branches of a transaction commit one after the other:
     * a slip can be there before its conversation is, and after a crash that may wait for recovery.
     */
    private List<Hop> found(List<Hop> hops) {
        List<String> kept = hops.stream()
                .map(Hop::slip)
                .filter(slip -> slip.head().kept())
                .map(Slip::id)
                .distinct()
                .toList();
        if (kept.isEmpty()) {
            return hops;
        }
        Set<String> there = unit.store().look(kept).keySet();
        List<Hop> found = new ArrayList<>();
        for (Hop hop : hops) {
            if (!hop.slip().head().kept() || there.contains(hop.slip().id())) {
                found.add(hop);
            } else if (hop.looks() < MOST_LOOKS) {
                hop.later().accept(hop.looks() + 1);
            } else {
                hop.parking()
                        .park(ConversationProblem.CONVERSATION_MISSING.because(
                                "Conversation " + hop.slip().id() + " is not there."));
            }
        }
        return found;
    }

    /** One that was here before, as it is now, is done; one that says something else is somebody's invention. */
    private List<Hop> unseen(List<Hop> hops) {
        List<SlipInbox.Row> rows = hops.stream().map(SlipBatch::row).toList();
        List<SlipInbox.Entry> entries = inbox.apply(rows);
        List<Hop> unseen = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            SlipInbox.Entry entry = entries.get(i);
            if (entry.isNew()) {
                unseen.add(hops.get(i));
            } else if (!entry.contentHash().equals(rows.get(i).contentHash())) {
                hops.get(i).parking().park(seenOtherwise(hops.get(i).slip()));
            }
        }
        return unseen;
    }

    private static SlipInbox.Row row(Hop hop) {
        Slip slip = hop.slip();
        Instant until = hop.readUntil().plus(SlipLimits.SKEW);
        return SlipInbox.Row.ofHop(slip.id(), slip.place().hop(), hop.contentHash(), until);
    }

    private static Problem seenOtherwise(Slip slip) {
        return SlipProblem.SLIP_INVALID.because(
                "The slip " + slip.id() + " was at " + slip.place().hop() + " before, and was another one.");
    }

    private Map<String, OperationResolution> operations(List<Decided> decided) {
        Set<String> names = new HashSet<>();
        decided.forEach(each -> {
            if (each.decision().next() instanceof Next.Ask ask) {
                names.add(ask.operation());
            }
        });
        return names.isEmpty() ? Map.of() : unit.directory().find(names);
    }

    /** What is asked is done at once where that can be. */
    private SlipDecision called(SlipDecision decision, Map<String, OperationResolution> operations) {
        if (!(decision.next() instanceof Next.Ask ask)) {
            return decision;
        }
        OperationResolution operation = operations.get(ask.operation());
        var method = operation == null ? null : operation.method();
        return method == null || !calls.isPossible(operation)
                ? decision
                : policy.decide(decision.slip(), calls.call(method, decision.slip(), ask), unit.now());
    }

    /** Sends a slip on its way for the first time. */
    void start(Slip slip) {
        if (slip.head().kept()) {
            keep(slip, reason -> {
                // it has just begun: nobody can be stuck
            });
        }
        carry(new SlipDecision(slip, new Next.Forward()), reason -> {
            // it has just begun: nobody can be stuck
        });
    }

    private void carry(SlipDecision decision, DeadLettering parking) {
        Slip slip = decision.slip();
        Next next = decision.next();
        if (slip.head().kept()) {
            tell(decision);
        } else if (next instanceof Next.Forward) {
            act(new Forward(slip));
        } else if (next instanceof Next.End) {
            boolean completed = slip.fault() == null;
            act(new Announce(slip, completed ? SlipEvents.On.COMPLETED : SlipEvents.On.FAULTED, slip.fault()));
        } else {
            // It waits here: whoever answers, or sees to it, has to find it
            Slip kept = slip.keep();
            keep(kept, parking);
            tell(new SlipDecision(kept, next));
        }
    }

    private void act(Effect.OfPattern effect) {
        SlipEngine.act(unit, effect, texts);
    }

    private void keep(Slip slip, DeadLettering parking) {
        var decision = unit.patterns().begin(SlipPattern.NAME, new Begun(slip), unit.now());
        Conversation stored = new EffectExecutor(unit, parking).enact(decision.conversation(), decision.effects());
        unit.store().insert(stored);
    }

    private void tell(SlipDecision decision) {
        Slip slip = decision.slip();
        String body = StateJson.object()
                .put("at", slip.place().hop())
                .put("logged", slip.log().size())
                .toString();
        unit.tell(
                slip.id(),
                new Came(decision),
                new Received(
                        MessageKind.NOTICE,
                        EffectExecutor.PARLEY,
                        slip.id() + "." + slip.place().hop() + ".came",
                        slip.head().correlationId(),
                        body));
    }
}
