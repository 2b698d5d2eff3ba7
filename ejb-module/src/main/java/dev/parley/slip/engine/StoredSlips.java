package dev.parley.slip.engine;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationProblem;
import dev.parley.engine.commit.Collision;
import dev.parley.engine.commit.Ids;
import dev.parley.engine.commit.Locked;
import dev.parley.engine.commit.LockedRequests;
import dev.parley.engine.commit.Result;
import dev.parley.engine.commit.Transactions;
import dev.parley.engine.gateway.Gateway;
import dev.parley.engine.gateway.Gateways;
import dev.parley.engine.gateway.SlipSending;
import dev.parley.engine.journal.Conversations;
import dev.parley.engine.run.Interventions;
import dev.parley.engine.run.UnitOfWork;
import dev.parley.engine.run.UnitsOfWork;
import dev.parley.message.Caller;
import dev.parley.message.CommonProblem;
import dev.parley.message.Participant;
import dev.parley.message.Refusal;
import dev.parley.slip.Commanded;
import dev.parley.slip.Slip;
import dev.parley.slip.SlipEvent;
import dev.parley.slip.SlipState;
import dev.parley.slip.SlipView;
import dev.parley.slip.Slips;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The slips that are ordered over HTTP, and those that are kept in the database. */
@ApplicationScoped
class StoredSlips implements Slips, SlipSending {

    @Inject
    SlipOrders orders;

    @Inject
    SlipBatches batches;

    @Inject
    UnitsOfWork units;

    @Inject
    Gateways gateways;

    @Inject
    Transactions transactions;

    @Inject
    Conversations conversations;

    @Inject
    Interventions interventions;

    @Override
    public Slip start(String order, @Nullable String key, Caller caller) {
        String id = key == null ? Ids.next() : key;
        SlipOrders.Head head = new SlipOrders.Head(Participant.of(caller), caller.name(), id, id, null, null, 0);
        SlipOrders.Checked checked = orders.check(head, order);
        try {
            return Collision.resolved(() -> transactions.inNew(() -> started(checked, batches::ofCaller)))
                    .orThrow();
        } catch (Locked e) {
            throw LockedRequests.refusal();
        }
    }

    @Override
    public String send(
            String sender,
            String messageId,
            String correlationId,
            @Nullable Duration deadline,
            int hops,
            String order) {
        SlipOrders.Head head = new SlipOrders.Head(sender, null, messageId, correlationId, null, deadline, hops);
        SlipOrders.Checked checked = orders.check(head, order);
        return transactions
                .inCurrent(() -> started(checked, batches::of))
                .orThrow()
                .id();
    }

    private Result<Slip> started(SlipOrders.Checked checked, Function<UnitOfWork, SlipBatch> batch) {
        try (Gateway gateway = gateways.open()) {
            return units.with(gateway, unit -> Result.of(orders.start(checked, batch.apply(unit))));
        } catch (Refusal refused) {
            return Result.refused(refused.problem());
        }
    }

    @Override
    public SlipView get(String id, Caller caller) {
        Conversation conversation = conversations.get(id, caller).conversation();
        if (conversation.patternState() instanceof SlipState state) {
            return new SlipView(conversation, state.slip(), state.asked());
        }
        throw new Refusal(ConversationProblem.CONVERSATION_UNKNOWN.because("This conversation is not a slip."));
    }

    @Override
    public SlipView command(String id, boolean skip, String seen, String reason, Caller caller) {
        SlipView shown = get(id, caller);
        if (!caller.operator()) {
            throw new Refusal(CommonProblem.OPERATORS_ONLY.because("Only an operator may do that with a slip."));
        }
        String by = Participant.of(caller);
        SlipEvent command = skip ? new SlipEvent.Skipped(by) : new SlipEvent.Retried();
        interventions.happen(shown.conversation(), new Commanded(command, seen, by, reason));
        return get(id, caller);
    }
}
