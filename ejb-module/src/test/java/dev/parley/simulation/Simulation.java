package dev.parley.simulation;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongPredicate;

/** Plays a scenario with one seed after the other until one fails. */
public final class Simulation {

    private final Function<World, Scenario> scenario;

    /** A simulation of what that makes for each world. */
    public Simulation(Function<World, Scenario> scenario) {
        this.scenario = scenario;
    }

    /** Plays one schedule; what does not hold in it. */
    public Optional<Failure> play(long seed) {
        List<Violation> violations = play(seed, new Trace(false));
        return violations.isEmpty() ? Optional.empty() : Optional.of(again(seed, violations));
    }

    private Failure again(long seed, List<Violation> found) {
        Trace trace = new Trace(true);
        List<Violation> same = play(seed, trace);
        if (!same.equals(found)) {
            throw new IllegalStateException("Not deterministic: seed " + seed + " broke " + found + ", then " + same);
        }
        return new Failure(seed, found, trace.toString());
    }

    private List<Violation> play(long seed, Trace trace) {
        World world = new World(seed, trace);
        Scenario played = scenario.apply(world);
        played.begin();
        world.run(played.length());
        return world.violations().isEmpty() ? played.judge() : world.violations();
    }

    /** Plays schedules from a seed on, for that long. */
    public Exploration explore(long firstSeed, Duration length) {
        long end = System.nanoTime() + length.toNanos();
        return explore(firstSeed, schedules -> System.nanoTime() < end);
    }

    /** Plays that many schedules from a seed on. */
    public Exploration explore(long firstSeed, int most) {
        return explore(firstSeed, schedules -> schedules < most);
    }

    /**
     * Plays the schedules that are the same ones whenever they are played: those of so many that are in this run's
     * {@link FixedShare}, or the one that {@code -Dparley.simulation.seed} asks for.
     */
    public Exploration exploreFixed(int all) {
        Long seed = Long.getLong("parley.simulation.seed");
        FixedShare part = FixedShare.of(all);
        return seed == null ? explore(part.first(), part.count()) : explore(seed, 1);
    }

    private Exploration explore(long firstSeed, LongPredicate goesOn) {
        long begun = processorNanos();
        long schedules = 0;
        Optional<Failure> failure = Optional.empty();
        while (failure.isEmpty() && goesOn.test(schedules)) {
            failure = play(firstSeed + schedules);
            schedules++;
        }
        return new Exploration(schedules, Duration.ofNanos(processorNanos() - begun), failure);
    }

    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
