package dev.parley.slip.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.RequestLimits;
import dev.parley.engine.gateway.Gateway;
import dev.parley.engine.gateway.Inlet;
import dev.parley.engine.gateway.MailboxDelivery;
import dev.parley.engine.gateway.Taken;
import dev.parley.engine.run.UnitsOfWork;
import dev.parley.engine.wire.Lane;
import dev.parley.engine.wire.MessageHeaders;
import dev.parley.message.Address;
import dev.parley.message.Arrival;
import dev.parley.message.CommonProblem;
import dev.parley.message.MessageHead;
import dev.parley.message.MessageKind;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import dev.parley.message.Sha256;
import dev.parley.slip.SlipText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Takes slips that travel, and orders of new ones, from {@code parley.slips}. */
@ApplicationScoped
class SlipConsumer implements Inlet {

    /** The name of the queue. */
    static final String QUEUE = "parley.slips";

    @Inject
    UnitsOfWork units;

    @Inject
    SlipBatches batches;

    @Inject
    SlipOrders orders;

    @Inject
    SlipSeals seals;

    @Inject
    MailboxDelivery mailboxes;

    @Inject
    RequestLimits limits;

    @Override
    public String queue() {
        return QUEUE;
    }

    @Override
    public Duration expected(Message message) {
        String operation = new MessageHeaders(message).type();
        return operation == null ? Duration.ZERO : units.expected(operation, Lane.INLINE, true);
    }

    @Override
    public void received(List<Taken> messages, Gateway gateway) {
        units.with(gateway, unit -> {
            SlipBatch batch = batches.of(unit);
            List<Hop> hops = new ArrayList<>();
            for (Taken taken : messages) {
                SlipText.json(taken.arrival().body())
                        .ifPresentOrElse(slip -> read(taken, slip, hops), () -> order(taken, batch, gateway));
            }
            if (!hops.isEmpty()) {
                batch.travel(hops);
            }
            return hops.size();
        });
    }

    /** What is no slip of Parley's is nobody's that could be told: whoever sent it may have made all of it up. */
    private void read(Taken taken, ObjectNode slip, List<Hop> hops) {
        String text = taken.arrival().body();
        try {
            SlipText.Sealed sealed = seals.texts().read(slip, units.now());
            hops.add(new Hop(
                    sealed.slip(), sealed.until(), Sha256.hex(text), taken.refused(), taken.looks(), taken.later()));
        } catch (Refusal refusal) {
            taken.refused().park(refusal.problem());
        }
    }

    private void order(Taken taken, SlipBatch batch, Gateway gateway) {
        Arrival arrival = taken.arrival();
        try {
            arrival.refuseIfMalformed();
            Problem unreadable = arrival.unreadable();
            if (unreadable != null) {
                throw new Refusal(unreadable);
            }
            orders.start(arrival, batch);
        } catch (Refusal refusal) {
            refuse(taken, refusal.problem(), gateway);
        }
    }

    /** Slips carry when they expire themselves: what expires in the queue are orders. */
    @Override
    public void expired(List<Taken> messages, Gateway gateway) {
        messages.forEach(taken -> refuse(
                taken, CommonProblem.EXPIRED.because("It expired in " + QUEUE + " before it was received."), gateway));
    }

    private void refuse(Taken taken, Problem problem, Gateway gateway) {
        Arrival arrival = taken.arrival();
        MessageHead head = MessageHead.of(arrival);
        head.faultAddress(to -> isWritable(to, arrival))
                .ifPresentOrElse(to -> gateway.send(fault(to, head, problem)), () -> taken.refused()
                        .park(problem));
    }

    private boolean isWritable(Address to, Arrival arrival) {
        return limits.addresses().allows(to) && mailboxes.mayAnswer(to, arrival.user());
    }

    private static Outgoing fault(Address to, MessageHead head, Problem problem) {
        return new Outgoing(
                to,
                MessageKind.FAULT,
                null,
                null,
                head.messageId() + "." + MessageKind.FAULT.label(),
                head.answerId(),
                null,
                problem.toJson());
    }
}
