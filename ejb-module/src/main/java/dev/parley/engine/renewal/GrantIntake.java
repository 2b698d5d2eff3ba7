package dev.parley.engine.renewal;

import dev.parley.conversation.Address;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Problem;
import dev.parley.conversation.Refusal;
import dev.parley.engine.Deposits;
import dev.parley.engine.MessageIntake;
import dev.parley.engine.MessageIntake.Inlet;
import dev.parley.engine.MessageIntake.Taken;
import dev.parley.engine.Outcome;
import dev.parley.engine.Settings;
import dev.parley.engine.renewal.GrantOrder.Speaker;
import dev.parley.renewal.Grant;
import dev.parley.renewal.GrantWish;
import dev.parley.renewal.Problems;
import dev.parley.renewal.ResourceMessage;
import dev.parley.renewal.ResourceReader;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Handles messages from {@code parley.resources}, in batches, within the transaction of the message that was delivered. */
@ApplicationScoped
public class GrantIntake {

    @Inject
    MessageIntake intake;

    @Inject
    GrantTransactions transactions;

    @Inject
    Deposits deposits;

    @Inject
    Settings settings;

    private ResourceReader reader;

    private record Read(Taken taken, ResourceMessage message) {}

    @PostConstruct
    void prepare() {
        reader = new ResourceReader(settings.limits().addresses());
    }

    /** Handles a message and those behind it. Whatever it throws rolls the transaction back, and all of them are delivered again. */
    public void receive(Message first) {
        intake.receive(Inlet.RESOURCES, first, this::handle);
    }

    private void handle(List<Taken> taken, Consumer<Outgoing> post) {
        List<Read> read = new ArrayList<>();
        for (Taken one : taken) {
            try {
                ResourceMessage message = reader.read(one.arrival());
                checkPingTo(message.wish(), one.arrival().user());
                read.add(new Read(one, message));
            } catch (Refusal refusal) {
                refuse(one, refusal.problem(), null, null, post);
            }
        }
        if (read.isEmpty()) {
            return;
        }
        GrantBatch.Result result =
                transactions.here(read.stream().map(one -> order(one.message())).toList(), post);
        Instant now = Instant.now();
        for (int i = 0; i < read.size(); i++) {
            answer(read.get(i), result.outcomes().get(i), result.holders().get(i), now, post);
        }
    }

    /** Parley itself may send to every mailbox: it must not be told to by somebody who may not. */
    private void checkPingTo(@Nullable GrantWish wish, @Nullable String user) {
        Address pingTo = wish == null ? null : wish.pingTo();
        if (pingTo != null && pingTo.kind() == Address.Kind.MAILBOX && !deposits.takesFrom(user, pingTo.name())) {
            throw new Refusal(Problems.addressRefused(pingTo));
        }
    }

    private static GrantOrder order(ResourceMessage message) {
        Speaker speaker = new Speaker(message.sender(), message.caller());
        return message.wish() != null && message.pool() != null
                ? new GrantOrder.Ask(message.pool(), message.sender(), message.wish(), message.messageId())
                : new GrantOrder.Say(message.pool(), message.grantId(), speaker, message.event());
    }

    private void answer(Read read, Outcome outcome, @Nullable Address holder, Instant now, Consumer<Outgoing> post) {
        Problem refused = outcome.refused();
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
        Outgoing fault = reader.fault(taken.arrival(), problem, message, holder);
        if (fault == null) {
            taken.parking().accept(problem);
        } else {
            post.accept(fault);
        }
    }
}
