package dev.parley.engine.relay;

import dev.parley.relay.Acknowledged;
import dev.parley.relay.Lock;
import dev.parley.relay.LockedMail;
import dev.parley.relay.ReceptionPolicy;
import dev.parley.simulation.Network;
import dev.parley.simulation.World;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Polls a mailbox; acknowledges what it gets, or forgets it, gives it back or holds it for longer. Once all is calm, it acknowledges. */
final class RelayReceiver {

    private final World world;
    private final Network network;
    private final List<RelayNode> nodes;
    private final String mailbox;
    private final Set<Long> acknowledging = new HashSet<>();

    RelayReceiver(World world, List<RelayNode> nodes, String mailbox) {
        this.world = world;
        this.network = new Network(world);
        this.nodes = nodes;
        this.mailbox = mailbox;
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
        var wish = new ReceptionPolicy.Wish(1 + world.random(4), Duration.ZERO, null);
        receive(new MailOrder.Receive(mailbox, RelayScenario.OWNER, wish, key), new boolean[1]);
        world.after(world.millis(100, 4000), this::poll);
    }

    private void receive(MailOrder.Receive order, boolean[] answered) {
        network.carry("a poll", () -> world.any(nodes)
                .ask(
                        order,
                        outcome -> network.carry("what was polled", () -> {
                            if (!answered[0] && outcome.refused() == null) {
                                answered[0] = true;
                                outcome.as(Received.class).mails().forEach(this::handle);
                            }
                        })));
        if (order.key() != null) {
            world.after(world.millis(500, 3000), () -> {
                if (!answered[0]) {
                    receive(order, answered);
                }
            });
        }
    }

    private void handle(LockedMail mail) {
        boolean isCalm = world.elapsed() > world.weather().calmAt();
        int choice = isCalm ? 0 : world.random(6);
        Lock.Token lock = new Lock.Token(mail.lock().position(), mail.lock().key());
        switch (choice) {
            case 0, 1, 2 -> world.after(world.millis(0, 3000), () -> acknowledge(mail, 0));
            case 3 ->
                network.carry("a message that is given back", () -> world.any(nodes)
                        .ask(
                                new MailOrder.Hold(
                                        mailbox,
                                        RelayScenario.OWNER,
                                        lock,
                                        null,
                                        Duration.ofMillis(world.millis(0, 5000))),
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
                            outcome.as(Acknowledged.class);
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
