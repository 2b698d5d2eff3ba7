package dev.parley.relay.engine;

import dev.parley.engine.config.Settings;
import dev.parley.engine.gateway.MailboxDelivery;
import dev.parley.engine.gateway.MessageIntake;
import dev.parley.engine.gateway.MessageIntake.Inlet;
import dev.parley.message.Arrival;
import dev.parley.message.Caller;
import dev.parley.message.MessageHead;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import dev.parley.relay.MailReader;
import dev.parley.relay.SendingPolicy;
import dev.parley.relay.mailbox.Problems;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Puts messages from {@code parley.relay} into their mailboxes, in batches, within the transaction of the message that was delivered. */
@ApplicationScoped
public class MailConsumer {

    @Inject
    MessageIntake intake;

    @Inject
    MailTransactions transactions;

    @Inject
    MailChanges changes;

    @Inject
    MailboxDelivery mailboxes;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    private MailReader reader;

    private record Read(MessageIntake.Taken taken, MailOrder.Send order) {}

    @PostConstruct
    void prepare() {
        reader = new MailReader(
                new SendingPolicy(
                        settings.limits().maxBodySize(), settings.limits().addresses()),
                settings.limits().addresses());
    }

    /** Handles a message and those behind it. Whatever it throws rolls the transaction back, and all of them are delivered again. */
    public void receive(Message first) {
        intake.receive(Inlet.RELAY, first, this::handle);
    }

    /** Tells the sender of a message that it expired before it was received. */
    public void receiveExpired(Message expired) {
        intake.receiveExpired(
                Inlet.RELAY,
                expired,
                (taken, post) -> taken.forEach(one -> refuse(one, Problems.expiredOnItsWay(), post)));
    }

    private void handle(List<MessageIntake.Taken> taken, Consumer<Outgoing> post) {
        List<Read> read = new ArrayList<>();
        for (MessageIntake.Taken one : taken) {
            try {
                read.add(new Read(one, order(one)));
            } catch (Refusal refusal) {
                refuse(one, refusal.problem(), post);
            }
        }
        if (!read.isEmpty()) {
            put(read, post);
        }
    }

    private MailOrder.Send order(MessageIntake.Taken taken) {
        Arrival arrival = taken.arrival();
        MailReader.Read read = reader.read(
                arrival, taken.opaque().contentType(), taken.opaque().base64(), clock.instant());
        Caller caller = arrival.user() == null ? null : new Caller(arrival.user(), false);
        return new MailOrder.Send(
                read.mailbox(), caller, MessageHead.of(arrival).sender(), List.of(read.mail()), null);
    }

    private void put(List<Read> read, Consumer<Outgoing> post) {
        MailBatch.Result result = transactions.here(
                connection -> transactions.run(read.stream().map(Read::order).toList(), connection));
        for (int i = 0; i < read.size(); i++) {
            Problem refused = result.outcomes().get(i).refused();
            if (refused != null) {
                refuse(read.get(i).taken(), refused, post);
            }
        }
        changes.afterCommit(result.changes());
    }

    private void refuse(MessageIntake.Taken taken, Problem problem, Consumer<Outgoing> post) {
        Outgoing fault = reader.fault(
                taken.arrival(),
                problem,
                to -> mailboxes.mayAnswer(to, taken.arrival().user()));
        if (fault == null) {
            taken.parking().accept(problem);
        } else {
            post.accept(fault);
        }
    }
}
