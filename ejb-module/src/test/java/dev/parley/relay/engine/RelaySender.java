package dev.parley.relay.engine;

import dev.parley.relay.Sent;
import dev.parley.relay.ValidMail;
import dev.parley.simulation.Network;
import dev.parley.simulation.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sends messages, each again and again until it is answered. */
final class RelaySender {

    private static final int MOST = 8;

    private final World world;
    private final Network network;
    private final List<RelayNode> nodes;
    private final String name;
    private final List<String> accepted = new ArrayList<>();

    RelaySender(World world, List<RelayNode> nodes, String name) {
        this.world = world;
        this.network = new Network(world);
        this.nodes = nodes;
        this.name = name;
    }

    String name() {
        return name;
    }

    /** The bodies of what it was told is accepted. */
    List<String> accepted() {
        return accepted;
    }

    void begin() {
        for (int i = world.random(MOST); i >= 0; i--) {
            MailOrder.Send order = order();
            world.after(world.millis(0, 60_000), () -> send(order, new boolean[1]));
        }
    }

    private MailOrder.Send order() {
        boolean byKey = world.chance(0.3);
        String group = world.chance(0.5) ? "g" + world.random(2) : null;
        List<ValidMail> mails = new ArrayList<>();
        for (int i = world.random(3); i >= 0; i--) {
            String body = world.name("m");
            mails.add(new ValidMail(
                    byKey ? null : body,
                    "t",
                    body,
                    body.length(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    group,
                    Duration.ofMillis(world.chance(0.2) ? world.millis(0, 30_000) : 0),
                    world.chance(0.2) ? Duration.ofMillis(world.millis(1, 60_000)) : null));
        }
        String to = world.any(RelayScenario.NAMES);
        return new MailOrder.Send(to, RelayScenario.OWNER, name, mails, byKey ? world.name("send") : null);
    }

    private void send(MailOrder.Send order, boolean[] answered) {
        if (answered[0]) {
            return;
        }
        network.carry("a sending", () -> world.any(nodes)
                .ask(
                        order,
                        outcome -> network.carry("its answer", () -> {
                            if (!answered[0] && outcome.refusal() == null) {
                                answered[0] = true;
                                outcome.as(Sent.class);
                                order.mails().forEach(mail -> accepted.add(mail.body()));
                            }
                        })));
        world.after(world.millis(500, 8000), () -> send(order, answered));
    }
}
