package dev.parley.engine.run;

import dev.parley.simulation.Node;
import dev.parley.simulation.World;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The timer of a simulated node, as the alarm of a node sets it: to the next deadline, and never further away than the
 * sweep interval.
 */
final class SimulatedAlarm {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final World world;
    private final Node node;
    private final Duration interval;
    private final Consumer<Runnable> sweep;
    private final Supplier<Instant> next;
    private Instant armedFor = Instant.MAX;
    private int armed;

    SimulatedAlarm(World world, Node node, Duration interval, Consumer<Runnable> sweep, Supplier<Instant> next) {
        this.world = world;
        this.node = node;
        this.interval = interval;
        this.sweep = sweep;
        this.next = next;
    }

    void start() {
        arm(world.now());
    }

    void armIfEarlier(Instant instant) {
        if (instant.isBefore(armedFor)) {
            arm(instant);
        }
    }

    private void arm(Instant instant) {
        armedFor = instant;
        armed++;
        int mine = armed;
        node.at(instant, () -> wake(mine));
    }

    private void wake(int alarm) {
        if (alarm == armed) {
            armedFor = Instant.MAX;
            sweep.accept(this::rearm);
        }
    }

    private void rearm() {
        Instant now = world.now();
        Instant due = next.get();
        armIfEarlier(due.isAfter(now) ? due : now.plus(PAUSE));
        armIfEarlier(now.plus(interval));
    }
}
