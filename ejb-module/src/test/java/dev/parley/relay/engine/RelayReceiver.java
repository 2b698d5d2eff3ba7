package dev.parley.relay.engine;

import dev.parley.relay.Acknowledged;
import dev.parley.relay.Lock;
import dev.parley.relay.LockedMail;
import dev.parley.relay.ReceivedMails;
import dev.parley.relay.ReceptionPolicy;
import dev.parley.simulation.Network;
import dev.parley.simulation.Violation;
import dev.parley.simulation.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Polls a mailbox; acknowledges what it gets, by itself or with a later poll, or forgets it, gives it back or holds it
 * for longer. Once all is calm, it acknowledges.
 */
final class RelayReceiver {

    private static final int IMPATIENT = 4_000;
    private static final int PATIENT = 32_000;

    private final World world;
    private final Network network;
    private final List<RelayNode> nodes;
    private final String mailbox;
    private final LongPredicate isThere;
    private final Set<Long> acknowledging = new HashSet<>();
    private List<LockedMail> done = new ArrayList<>();
    private int patience = IMPATIENT;

    /** @param isThere whether a message is there, by its position */
    RelayReceiver(World world, List<RelayNode> nodes, String mailbox, LongPredicate isThere) {
        this.world = world;
        this.network = new Network(world);
        this.nodes = nodes;
        this.mailbox = mailbox;
        this.isThere = isThere;
    }

    /** Whether it has tried to acknowledge a message. */
    boolean hasAcknowledged(long position) {
        return acknowledging.contains(position);
    }

    void begin() {
        world.after(world.millis(0, 5000), this::poll);
    }

    private void poll() {
        String key = world.chance(0.5) ? world.name("poll") : null;
        var wish = new ReceptionPolicy.Wish(
                1 + world.random(4), Duration.ZERO, null, world.chance(0.5) ? acknowledgeDone() : null);
        receive(new MailOrder.Receive(mailbox, RelayScenario.OWNER, wish, key), new RelayAnswers(world, key != null));
        world.after(world.millis(100, patience), this::poll);
        patience = Math.min(PATIENT, 2 * patience);
    }

    private List<String> acknowledgeDone() {
        List<LockedMail> mails = done;
        done = new ArrayList<>();
        mails.forEach(mail -> acknowledging.add(mail.lock().position()));
        return mails.stream().map(mail -> mail.lock().token()).toList();
    }

    private void receive(MailOrder.Receive order, RelayAnswers answers) {
        network.carry("a poll", () -> world.any(nodes)
                .ask(
                        order,
                        outcome -> network.carry("what was polled", () -> {
                            if (outcome.refusal() == null) {
                                ReceivedMails delivery =
                                        outcome.as(ReceptionOutcome.class).delivery();
                                areGone(delivery.acknowledged());
                                answers.came(delivery, this::handle);
                                if (answers.isFirstEmpty() && order.key() != null) {
                                    // two at once, who must not get different messages
                                    receive(order, answers);
                                    receive(order, answers);
                                }
                            }
                        })));
        if (order.key() != null) {
            world.after(world.millis(200, 3000), () -> {
                if (answers.areMissing()) {
                    receive(order, answers);
                }
            });
        }
    }

    private void areGone(@Nullable Acknowledged answer) {
        if (answer == null) {
            return;
        }
        for (String lock : answer.acknowledged()) {
            if (isThere.test(Lock.Token.parse(lock).orElseThrow().position())) {
                world.violated(new Violation("what is said to be acknowledged is gone", lock));
            }
        }
    }

    private void handle(LockedMail mail) {
        patience = IMPATIENT;
        boolean isCalm = world.elapsed() > world.weather().calmAt();
        int choice = world.random(isCalm ? 3 : 6);
        Lock.Token lock = new Lock.Token(mail.lock().position(), mail.lock().key());
        switch (choice) {
            case 0 -> done.add(mail);
            case 1, 2 -> world.after(world.millis(0, 3000), () -> acknowledge(mail, 0));
            case 3 ->
                network.carry("a message that is given back", () -> world.any(nodes)
                        .ask(
                                new MailOrder.Hold(
                                        mailbox,
                                        RelayScenario.OWNER,
                                        lock,
                                        null,
                                        Duration.ofMillis(world.chance(0.5) ? 0 : world.millis(0, 5000))),
                                outcome -> {}));
            case 4 ->
                network.carry("an extension", () -> world.any(nodes)
                        .ask(
                                new MailOrder.Hold(
                                        mailbox, RelayScenario.OWNER, lock, Duration.ofSeconds(20), Duration.ZERO),
                                outcome -> {}));
            default -> {
                // forgotten: its lock runs out
            }
        }
    }

    private void acknowledge(LockedMail mail, int tries) {
        acknowledging.add(mail.lock().position());
        boolean[] answered = new boolean[1];
        var order = new MailOrder.Acknowledge(
                mailbox, RelayScenario.OWNER, List.of(mail.lock().token()));
        network.carry("an acknowledgment", () -> world.any(nodes)
                .ask(
                        order,
                        outcome -> network.carry("its answer", () -> {
                            answered[0] = true;
                            areGone(outcome.as(Acknowledged.class));
                        })));
        if (tries < 3) {
            world.after(world.millis(500, 3000), () -> {
                if (!answered[0]) {
                    acknowledge(mail, tries + 1);
                }
            });
        }
    }
}
