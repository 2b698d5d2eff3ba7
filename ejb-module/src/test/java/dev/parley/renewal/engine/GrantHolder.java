package dev.parley.renewal.engine;

import dev.parley.engine.commit.Result;
import dev.parley.message.Address;
import dev.parley.message.Problem;
import dev.parley.renewal.Grant;
import dev.parley.renewal.GrantEvent;
import dev.parley.renewal.GrantWish;
import dev.parley.renewal.Ping;
import dev.parley.simulation.Network;
import dev.parley.simulation.Parcel;
import dev.parley.simulation.World;
import java.time.Duration;
import java.util.List;

/**
 * Asks for grants, each request again and again until it is answered, and then does as its temper is. In the end it
 * gives back, or dies.
 */
final class GrantHolder {

    private static final int RENEWAL = 10_000;
    private static final int LAST_REQUEST = 240_000;
    private static final int LAST_BREATH = 300_000;

    private final World world;
    private final Network network;
    private final List<GrantNode> nodes;
    private final String name;
    private final Address address;
    private final String pool;
    private final Temper temper;
    private Grant current;
    private int confirmations;
    private boolean dead;

    /** What it does when it is asked, and when it is not. */
    enum Temper {
        /** Answers every ping, renews every lease. */
        FAITHFUL,
        /** Takes, and is never heard of again. */
        SILENT,
        /** Answers when it is too late, or almost. */
        LATE,
        /** Says no once it has said yes. */
        DECLINING,
        /** Gives back soon, and asks again. */
        RELEASING,
        /** Dies in the middle of it. */
        MORTAL
    }

    GrantHolder(World world, List<GrantNode> nodes, String name, String pool) {
        this.world = world;
        this.network = new Network(world);
        this.nodes = nodes;
        this.address = Address.queue(name);
        this.name = address.toString();
        this.pool = pool;
        this.temper = world.any(List.of(Temper.values()));
    }

    String name() {
        return name;
    }

    Address address() {
        return address;
    }

    boolean answersAlways() {
        return !dead && temper == Temper.FAITHFUL;
    }

    /**
     * Whether it knows that it has that one, and renews it: a request that was refused may come again later, and be
     * granted without its knowledge.
     */
    boolean renewsAlways(String grantId) {
        return answersAlways() && current != null && current.id().equals(grantId);
    }

    void begin() {
        world.trace("%s is %s, wants of %s", name, temper, pool);
        world.after(world.millis(0, 60_000), this::request);
        int end = temper == Temper.MORTAL ? LAST_BREATH / 3 : LAST_BREATH;
        world.after(world.millis(end / 2, end), temper == Temper.MORTAL ? this::die : this::leave);
    }

    private void die() {
        world.trace("%s dies", name);
        dead = true;
    }

    private void leave() {
        if (current != null && world.chance(0.5)) {
            say(current.id(), new GrantEvent.Released(), 5);
        }
        die();
    }

    private void request() {
        if (dead || current != null || world.elapsed() > LAST_REQUEST) {
            return;
        }
        Duration wait = Duration.ofMillis(world.chance(0.3) ? 0 : world.millis(1000, 120_000));
        request(new GrantOrder.Ask(pool, name, new GrantWish(address, wait), world.name("key")), new boolean[1]);
    }

    private void request(GrantOrder.Ask order, boolean[] answered) {
        if (answered[0] || dead) {
            return;
        }
        network.carry("a request", () -> world.any(nodes)
                .ask(
                        order,
                        outcome -> network.carry("its answer", () -> {
                            if (!answered[0]) {
                                answered[0] = true;
                                requested(outcome);
                            }
                        })));
        world.after(world.millis(500, 8000), () -> request(order, answered));
    }

    private void requested(Result<?> outcome) {
        if (dead) {
            return;
        }
        if (outcome.refusal() != null) {
            lost();
            return;
        }
        has(outcome.as(Grant.class));
    }

    private void lost() {
        current = null;
        world.after(world.millis(2000, 30_000), this::request);
    }

    private void has(Grant grant) {
        current = grant;
        world.trace("%s has %s", name, grant.id());
        if (temper == Temper.FAITHFUL && pool.equals(GrantScenario.LEASES)) {
            renew(grant.id());
        }
        if (temper == Temper.RELEASING) {
            world.after(world.millis(100, 60_000), () -> {
                if (!dead) {
                    say(grant.id(), new GrantEvent.Released(), 10);
                    lost();
                }
            });
        }
    }

    /** What a message says that was sent to it. */
    void receive(Parcel parcel) {
        if (dead) {
            return;
        }
        String grantId = parcel.property("GrantId");
        switch (parcel.type()) {
            case "ping" -> pinged(Ping.grantId(parcel.correlationId()), parcel.correlationId());
            case "relinquished" -> {
                if (current != null && current.id().equals(grantId)) {
                    lost();
                }
            }
            default -> world.trace("%s is told of %s", name, grantId);
        }
    }

    private void pinged(String grantId, String pingId) {
        GrantEvent yes = new GrantEvent.Confirmed(pingId);
        switch (temper) {
            case FAITHFUL, MORTAL, RELEASING -> later(2000, grantId, yes, 40);
            case LATE -> later(150_000, grantId, yes, 1);
            case DECLINING -> {
                confirmations++;
                later(5000, grantId, confirmations < 4 ? yes : new GrantEvent.Declined(pingId), 3);
            }
            case SILENT -> world.trace("%s says nothing", name);
        }
    }

    private void later(int most, String grantId, GrantEvent event, int tries) {
        world.after(world.millis(0, most), () -> say(grantId, event, tries));
    }

    private void renew(String grantId) {
        if (!dead && current != null && current.id().equals(grantId)) {
            say(grantId, new GrantEvent.Renewed(), 4);
            world.after(RENEWAL, () -> renew(grantId));
        }
    }

    private void say(String grantId, GrantEvent event, int tries) {
        say(grantId, event, tries, new boolean[1]);
    }

    private void say(String grantId, GrantEvent event, int tries, boolean[] answered) {
        if (dead && !(event instanceof GrantEvent.Released)) {
            return;
        }
        network.carry("what is said", () -> world.any(nodes)
                .ask(
                        GrantNode.saying(name, grantId, event),
                        outcome -> network.carry("its answer", () -> {
                            answered[0] = true;
                            heard(grantId, outcome.refusal());
                        })));
        if (tries > 1) {
            world.after(world.millis(500, 3000), () -> {
                if (!answered[0]) {
                    say(grantId, event, tries - 1, answered);
                }
            });
        }
    }

    private void heard(String grantId, Problem refused) {
        boolean isOver = refused != null && refused.name().equals("grant-ended");
        if (isOver && current != null && current.id().equals(grantId)) {
            lost();
        }
    }
}
