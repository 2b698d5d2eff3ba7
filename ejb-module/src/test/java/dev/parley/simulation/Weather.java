package dev.parley.simulation;

import java.util.SplittableRandom;

/**
 * What goes wrong in a world, and how often; each world has a weather of its own, in which some faults are frequent and
 * others do not happen at all.
 *
 * @param loss messages that the network between clients and broker loses
 * @param duplicate messages that it carries twice
 * @param delay messages that it carries late
 * @param crash steps at which a process is killed
 * @param stall steps that are held up
 * @param reorder deliveries that overtake others
 * @param doubt transactions whose process is killed between the commits of database and broker
 * @param calmAt the millisecond from which on nothing goes wrong any more
 */
public record Weather(
        double loss,
        double duplicate,
        double delay,
        double crash,
        double stall,
        double reorder,
        double doubt,
        long calmAt) {

    /** Nothing goes wrong. */
    static final Weather CALM = new Weather(0, 0, 0, 0, 0, 0, 0, 0);

    static Weather of(SplittableRandom random) {
        return new Weather(
                rate(random, 0.3),
                rate(random, 0.3),
                rate(random, 0.5),
                rate(random, 0.02),
                rate(random, 0.15),
                rate(random, 0.5),
                rate(random, 0.1),
                random.nextInt(120_000));
    }

    private static double rate(SplittableRandom random, double most) {
        return random.nextInt(3) == 0 ? 0 : most * random.nextDouble();
    }
}
