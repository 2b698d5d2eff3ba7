package dev.parley.topic.engine;

import dev.parley.conversation.request.HeaderPolicy;
import dev.parley.engine.commit.Result;
import dev.parley.engine.config.Settings;
import dev.parley.engine.gateway.Gateway;
import dev.parley.engine.gateway.Inlet;
import dev.parley.engine.gateway.MailboxDelivery;
import dev.parley.engine.gateway.Taken;
import dev.parley.message.Address;
import dev.parley.message.Arrival;
import dev.parley.message.Caller;
import dev.parley.message.Headers;
import dev.parley.message.MessageHead;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import dev.parley.topic.TopicProblems;
import dev.parley.topic.event.EventReader;
import dev.parley.topic.event.Published;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Publishes what comes to {@code parley.events}. */
@ApplicationScoped
class EventConsumer implements Inlet {

    /** The name of the queue. */
    static final String QUEUE = "parley.events";

    @Inject
    Publisher publisher;

    @Inject
    MailboxDelivery mailboxes;

    @Inject
    Settings settings;

    private EventReader reader;

    private record Read(Taken taken, Publication publication) {}

    @PostConstruct
    void prepare() {
        reader = new EventReader(settings.limits().addresses());
    }

    @Override
    public String queue() {
        return QUEUE;
    }

    @Override
    public void expired(List<Taken> messages, Gateway gateway) {
        messages.forEach(one -> refuse(one, TopicProblems.expiredOnItsWay(), gateway));
    }

    @Override
    public void received(List<Taken> messages, Gateway gateway) {
        List<Read> read = new ArrayList<>();
        for (Taken one : messages) {
            try {
                read.add(new Read(one, publication(one.arrival())));
            } catch (Refusal refusal) {
                refuse(one, refusal.problem(), gateway);
            }
        }
        if (read.isEmpty()) {
            return;
        }
        List<Result<Published>> results =
                publisher.here(read.stream().map(Read::publication).toList());
        for (int i = 0; i < read.size(); i++) {
            answer(read.get(i).taken(), results.get(i), gateway);
        }
    }

    private Publication publication(Arrival arrival) {
        String topic = reader.topic(arrival);
        String user = arrival.user();
        return new Publication(
                topic,
                reader.event(arrival),
                MessageHead.of(arrival).sender(),
                user == null ? null : new Caller(user, false),
                false,
                new HeaderPolicy(settings.limits()).hops(arrival.property(Headers.HOPS)),
                reader.wanted(arrival, to -> mailboxes.admitted(to, user)));
    }

    private void answer(Taken taken, Result<Published> result, Gateway gateway) {
        Problem refused = result.refusal();
        if (refused != null) {
            refuse(taken, refused, gateway);
            return;
        }
        Outgoing reply = reader.reply(taken.arrival(), result.orThrow(), writable(taken.arrival()));
        if (reply != null) {
            gateway.send(reply);
        }
    }

    private void refuse(Taken taken, Problem problem, Gateway gateway) {
        Outgoing fault = reader.fault(taken.arrival(), problem, writable(taken.arrival()));
        if (fault == null) {
            taken.refused().park(problem);
        } else {
            gateway.send(fault);
        }
    }

    private Predicate<Address> writable(Arrival arrival) {
        String user = arrival.user();
        return to -> mailboxes.mayAnswer(to, user);
    }
}
