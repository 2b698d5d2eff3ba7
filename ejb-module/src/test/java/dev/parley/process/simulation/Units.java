package dev.parley.process.simulation;

import dev.parley.simulation.World;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Units of work, in which conversations tell each other something: all of one happens, or, if the node is killed in it,
 * nothing and then all of it.
 */
final class Units {

    private final World world;
    private final double crash;
    private final Deque<Runnable> told = new ArrayDeque<>();

    /** @param crash how often a node is killed in the middle */
    Units(World world, double crash) {
        this.world = world;
        this.crash = crash;
    }

    /** Does work in a unit of its own. */
    void begin(Runnable work) {
        if (world.chance(crash)) {
            world.trace("killed before the commit");
            world.after(world.millis(0, 5_000), () -> begin(work));
            return;
        }
        work.run();
        while (!told.isEmpty()) {
            told.remove().run();
        }
    }

    /** Does work in the same unit, when everything before it has been done. */
    void next(Runnable work) {
        told.add(work);
    }
}
