package dev.parley.relay.engine;

import dev.parley.engine.config.Settings;
import dev.parley.engine.gateway.Gateway;
import dev.parley.engine.gateway.Inlet;
import dev.parley.engine.gateway.MailboxDelivery;
import dev.parley.engine.gateway.Taken;
import dev.parley.engine.wire.OpaqueBody;
import dev.parley.message.Arrival;
import dev.parley.message.Caller;
import dev.parley.message.MessageHead;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import dev.parley.relay.MailReader;
import dev.parley.relay.SendingPolicy;
import dev.parley.relay.mailbox.RelayProblems;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Puts messages from {@code parley.relay} into their mailboxes. */
@ApplicationScoped
class MailConsumer implements Inlet {

    /** The name of the queue. */
    static final String QUEUE = "parley.relay";

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

    private record Read(Taken taken, MailOrder.Send order) {}

    @PostConstruct
    void prepare() {
        reader = new MailReader(
                new SendingPolicy(
                        settings.limits().maxBodySize(), settings.limits().addresses()),
                settings.limits().addresses());
    }

    @Override
    public String queue() {
        return QUEUE;
    }

    @Override
    public void received(List<Taken> messages, Gateway gateway) {
        handle(messages, gateway::send);
    }

    @Override
    public void expired(List<Taken> messages, Gateway gateway) {
        messages.forEach(one -> refuse(one, RelayProblems.expiredOnItsWay(), gateway::send));
    }

    private void handle(List<Taken> taken, Consumer<Outgoing> post) {
        List<Read> read = new ArrayList<>();
        for (Taken one : taken) {
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

    private MailOrder.Send order(Taken taken) {
        Arrival arrival = taken.arrival();
        OpaqueBody opaque = taken.opaque().get();
        MailReader.Read read = reader.read(arrival, opaque.contentType(), opaque.base64(), clock.instant());
        Caller caller = arrival.user() == null ? null : new Caller(arrival.user(), false);
        return new MailOrder.Send(
                read.mailbox(), caller, MessageHead.of(arrival).sender(), List.of(read.mail()), null);
    }

    private void put(List<Read> read, Consumer<Outgoing> post) {
        MailBatch.Answers result = transactions.here(
                connection -> transactions.run(read.stream().map(Read::order).toList(), connection));
        for (int i = 0; i < read.size(); i++) {
            Problem refused = result.outcomes().get(i).refusal();
            if (refused != null) {
                refuse(read.get(i).taken(), refused, post);
            }
        }
        changes.afterCommit(result.changes());
    }

    private void refuse(Taken taken, Problem problem, Consumer<Outgoing> post) {
        Outgoing fault = reader.fault(
                taken.arrival(),
                problem,
                to -> mailboxes.mayAnswer(to, taken.arrival().user()));
        if (fault == null) {
            taken.refused().park(problem);
        } else {
            post.accept(fault);
        }
    }
}
