package dev.parley.renewal.engine;

import dev.parley.engine.commit.Result;
import dev.parley.engine.config.Settings;
import dev.parley.engine.gateway.Gateway;
import dev.parley.engine.gateway.Inlet;
import dev.parley.engine.gateway.MailboxDelivery;
import dev.parley.engine.gateway.Taken;
import dev.parley.message.Address;
import dev.parley.message.Arrival;
import dev.parley.message.Headers;
import dev.parley.message.MessageHead;
import dev.parley.message.Outgoing;
import dev.parley.message.Problem;
import dev.parley.message.Refusal;
import dev.parley.renewal.Grant;
import dev.parley.renewal.GrantWish;
import dev.parley.renewal.RenewalProblems;
import dev.parley.renewal.ResourceMessage;
import dev.parley.renewal.ResourceReader;
import dev.parley.renewal.engine.GrantOrder.Speaker;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Handles messages from {@code parley.resources}. */
@ApplicationScoped
class GrantConsumer implements Inlet {

    /** The name of the queue. */
    static final String QUEUE = "parley.resources";

    @Inject
    GrantTransactions transactions;

    @Inject
    MailboxDelivery deposits;

    @Inject
    Settings settings;

    @Inject
    RenewalSettings renewal;

    private ResourceReader reader;

    private record Read(Taken taken, ResourceMessage message) {}

    @PostConstruct
    void prepare() {
        reader = new ResourceReader(settings.limits().addresses(), renewal.pingAddresses());
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
        messages.forEach(one -> refuse(one, RenewalProblems.expiredOnItsWay(), null, null, gateway::send));
    }

    private void handle(List<Taken> taken, Consumer<Outgoing> post) {
        List<Read> read = new ArrayList<>();
        for (Taken one : taken) {
            try {
                read.add(new Read(one, checked(reader.read(one.arrival()), one.arrival())));
            } catch (Refusal refusal) {
                refuse(one, refusal.problem(), null, null, post);
            }
        }
        if (read.isEmpty()) {
            return;
        }
        GrantBatch.Answers result =
                transactions.here(read.stream().map(one -> order(one.message())).toList(), post);
        Instant now = transactions.now();
        for (int i = 0; i < read.size(); i++) {
            answer(read.get(i), result.outcomes().get(i), result.holders().get(i), now, post);
        }
    }

    /**
     * The message, whose addresses for pings and for its answer were checked. If its sender may send to a mailbox is
     * known here alone.
     */
    private ResourceMessage checked(ResourceMessage message, Arrival arrival) {
        GrantWish wish = message.wish();
        GrantWish admitted = wish == null ? null : GrantAddresses.admitted(wish, deposits, arrival.user());
        Address replyTo = MessageHead.of(arrival).replyTo();
        if (replyTo != null && !deposits.mayAnswer(replyTo, arrival.user())) {
            throw new Refusal(RenewalProblems.addressRefused(Headers.REPLY_TO, replyTo));
        }
        return message.wishing(admitted);
    }

    private static GrantOrder order(ResourceMessage message) {
        Speaker speaker = new Speaker(message.sender(), message.caller());
        return message.wish() != null && message.pool() != null
                ? new GrantOrder.Ask(
                        message.pool(), message.sender(), message.caller(), message.wish(), message.messageId())
                : new GrantOrder.Say(message.pool(), message.grantId(), speaker, message.event());
    }

    private void answer(Read read, Result<?> outcome, @Nullable Address holder, Instant now, Consumer<Outgoing> post) {
        Problem refused = outcome.refusal();
        if (refused != null) {
            refuse(read.taken(), refused, read.message(), holder, post);
            return;
        }
        Outgoing reply = reader.reply(read.taken().arrival(), outcome.as(Grant.class), now);
        if (reply != null) {
            post.accept(reply);
        }
    }

    private void refuse(
            Taken taken,
            Problem problem,
            @Nullable ResourceMessage message,
            @Nullable Address holder,
            Consumer<Outgoing> post) {
        String user = taken.arrival().user();
        Outgoing fault = reader.fault(taken.arrival(), problem, message, holder, to -> deposits.mayAnswer(to, user));
        if (fault == null) {
            taken.refused().park(problem);
        } else {
            post.accept(fault);
        }
    }
}
